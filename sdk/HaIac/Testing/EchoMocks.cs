using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace HaIac;

/// <summary>Answers every registration with its inputs, and keeps them.</summary>
internal sealed class EchoMocks : IMocks
{
    public ConcurrentDictionary<(string Type, string Name), ImmutableDictionary<string, object>> Registered { get; } = new();

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var name = args.Name ?? "";
        Registered[(args.Type ?? "", name)] = args.Inputs;
        return Task.FromResult<(string?, object)>((name, args.Inputs));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);
}
