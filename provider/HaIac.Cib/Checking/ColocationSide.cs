using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>A resource in a role.</summary>
/// <param name="Id">The resource, template or tag.</param>
/// <param name="Role">The role that counts; <see cref="ResourceRole.Started"/> when none is named.</param>
internal readonly record struct ColocationSide(string Id, ResourceRole Role)
{
    public override string ToString() => Role == ResourceRole.Started ? Id : $"{Id} ({Role})";
}
