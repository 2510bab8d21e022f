using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace HaIac.Tests;

/// <summary>Answers every registration with its inputs, and keeps what was registered.</summary>
internal sealed class RecordingMocks : IMocks
{
    public ConcurrentDictionary<string, MockResourceArgs> Registered { get; } = new(StringComparer.Ordinal);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Registered[$"{args.Type} {args.Name}"] = args;
        return Task.FromResult<(string?, object)>((args.Name, args.Inputs));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);

    public ImmutableDictionary<string, object> Inputs(string type, string name) => Registered[$"{type} {name}"].Inputs;
}
