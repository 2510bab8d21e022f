using System.Collections.Immutable;

namespace HaIac.Engine.State;

/// <summary>The state file of a stack.</summary>
/// <param name="Stack">Full name: <c>organization/project/stack</c>.</param>
/// <param name="Latest">What is deployed.</param>
public sealed record Checkpoint(string Stack, Deployment Latest)
{
    /// <summary>Fields of the file that this version does not know, as raw JSON.</summary>
    public ImmutableSortedDictionary<string, string> UnknownFields { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
