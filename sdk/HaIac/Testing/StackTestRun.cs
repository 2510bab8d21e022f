using System.Collections.Immutable;
using Pulumi;

namespace HaIac;

/// <summary>What a stack declared in a test.</summary>
/// <param name="Resources">All resources, the stack included.</param>
/// <param name="Inputs">What each was registered with, by type token and name.</param>
public sealed record StackTestRun(
    ImmutableArray<Resource> Resources, ImmutableDictionary<(string Type, string Name), ImmutableDictionary<string, object>> Inputs)
{
    /// <summary>What a service was registered with, as it travels to the provider.</summary>
    /// <param name="name">Name of the resource.</param>
    /// <exception cref="KeyNotFoundException">No service has that name.</exception>
    public ImmutableDictionary<string, object> Service(string name) => Inputs[("haiac:services:Service", name)];
}
