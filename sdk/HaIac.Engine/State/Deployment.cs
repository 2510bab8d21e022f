using System.Collections.Immutable;

namespace HaIac.Engine.State;

/// <summary>What is deployed: the resources of a stack in an order in which each comes after what it refers to.</summary>
public sealed record Deployment
{
    /// <summary>A deployment of nothing.</summary>
    public static Deployment Empty { get; } = new();

    /// <summary>Who wrote it; null if the file does not say.</summary>
    public Manifest? Manifest { get; init; }

    /// <summary>How its secrets are encrypted; null if it never had any.</summary>
    public SecretsProviderState? SecretsProvider { get; init; }

    /// <summary>The resources.</summary>
    public ImmutableArray<StateResource> Resources { get; init; } = [];

    /// <summary>Steps that were under way when the file was written.</summary>
    public ImmutableArray<PendingOperation> PendingOperations { get; init; } = [];

    /// <summary>The field <c>metadata</c> as raw JSON.</summary>
    public string MetadataJson { get; init; } = "{}";

    /// <summary>Fields of the file that this version does not know, as raw JSON.</summary>
    public ImmutableSortedDictionary<string, string> UnknownFields { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
