using HaIac.Cib.Documents;

namespace HaIac.Transport.Committing;

/// <summary>The configuration as this process left it. Its last writer is this process, and nobody who looks for somebody else wants to hear that.</summary>
/// <param name="Version">The version after the write.</param>
/// <param name="LastOther">Who had written last before this process did, without anybody else between its own writes.</param>
internal sealed record OwnWrite(CibVersion Version, LastWriter LastOther)
{
    /// <summary>After one more write of this process.</summary>
    /// <param name="last">The write before; null if there was none.</param>
    /// <param name="before">The document that the write was worked out for and pinned to.</param>
    public static OwnWrite After(OwnWrite? last, CibDocument before) => new(
        before.Version.NextConfiguration,
        last is not null && before.Version.SameConfiguration(last.Version) ? last.LastOther : before.LastWriter);
}
