using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Tests.Kit;

/// <summary>A resource as a program holds it: known once its registration is answered.</summary>
internal sealed class KitNode
{
    public required string Name { get; init; }

    public required string Type { get; init; }

    public bool Custom { get; init; }

    public KitNode? Parent { get; init; }

    public List<KitNode> Children { get; } = [];

    /// <summary>URN, id (null on components) and outputs.</summary>
    public Task<KitState> State { get; set; } = Task.FromException<KitState>(new InvalidOperationException("not registered"));

    /// <summary>What depending on this resource means: itself, or all custom resources below a component.</summary>
    public IEnumerable<KitNode> Reach => Custom ? [this] : Children.SelectMany(child => child.Reach);
}

/// <summary>What a registration was answered with.</summary>
internal sealed record KitState(string Urn, WireValue? Id, WireObject Outputs);

/// <summary>A value with what it depends on.</summary>
internal sealed record KitValue(WireValue? Value, ImmutableHashSet<KitNode> Needs)
{
    public static KitValue Of(WireValue? value) => new(value, []);
}
