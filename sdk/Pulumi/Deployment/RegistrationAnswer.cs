using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace Pulumi;

/// <summary>What the engine says about a resource, whichever way it was asked.</summary>
/// <param name="Urn">The resource's URN.</param>
/// <param name="Id">Its id; empty if there is none yet.</param>
/// <param name="Fields">Its output properties.</param>
/// <param name="Dependencies">URNs that single properties depend on; told for remote components only.</param>
/// <param name="Succeeded">Whether the step was done; otherwise what is missing counts as unknown.</param>
internal sealed record RegistrationAnswer(
    string Urn,
    string Id,
    WireObject Fields,
    ImmutableDictionary<string, ImmutableArray<string>> Dependencies,
    bool Succeeded);
