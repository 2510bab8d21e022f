using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.State;

/// <summary>One resource in the state of a stack, with everything that the file keeps of it.</summary>
/// <param name="Urn">Identity in the engine.</param>
/// <param name="Type">Type token.</param>
/// <param name="Custom">True if a provider manages it; false for components.</param>
/// <remarks>
/// Immutable. The writer remembers the JSON of each instance, so keep the instance of a resource that did not change.
/// Source: pulumi-protocol 7.3.
/// </remarks>
public sealed record StateResource(string Urn, string Type, bool Custom)
{
    /// <summary>Identity at the provider; empty for components.</summary>
    public string Id { get; init; } = "";

    /// <summary>True for a replaced one that waits for its deletion.</summary>
    public bool Delete { get; init; }

    /// <summary>What the program wanted, after the provider's check.</summary>
    public WireObject Inputs { get; init; } = WireObject.Empty;

    /// <summary>What the provider answered, or the program registered.</summary>
    public WireObject Outputs { get; init; } = WireObject.Empty;

    /// <summary>URN of the parent; empty without one.</summary>
    public string Parent { get; init; } = "";

    /// <summary>True if it must not be deleted.</summary>
    public bool Protect { get; init; }

    /// <summary>True if the next operation must replace it.</summary>
    public bool Taint { get; init; }

    /// <summary>True if it is only read, not managed.</summary>
    public bool External { get; init; }

    /// <summary>URNs it depends on, as the program said.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>Why the object is not healthy; empty if it is.</summary>
    public ImmutableArray<string> InitErrors { get; init; } = [];

    /// <summary>Provider reference; empty for components and providers.</summary>
    public string Provider { get; init; } = "";

    /// <summary>URNs each input depends on; null if the program did not say.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>>? PropertyDependencies { get; init; }

    /// <summary>True if deleted and not yet created again.</summary>
    public bool PendingReplacement { get; init; }

    /// <summary>Outputs to be kept secret besides those that are anyway.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>URNs it had before.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Time limits the program set; null if none.</summary>
    public CustomTimeouts? CustomTimeouts { get; init; }

    /// <summary>Id of the object it was imported from; empty if it was not.</summary>
    public string ImportId { get; init; } = "";

    /// <summary>True if deleting it leaves the object in place.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>URN of the resource whose deletion deletes this one too; empty without one.</summary>
    public string DeletedWith { get; init; } = "";

    /// <summary>URNs of resources whose replacement replaces this one.</summary>
    public ImmutableArray<string> ReplaceWith { get; init; } = [];

    /// <summary>When it was created; null if the file does not say.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was changed last; null if the file does not say.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Where in the program it is declared (<c>project:///Program.cs#12,3</c>); empty if unknown.</summary>
    public string SourcePosition { get; init; } = "";

    /// <summary>The calls that led to its declaration, as raw JSON; null if unknown.</summary>
    public string? StackTrace { get; init; }

    /// <summary>Property paths whose changes are ignored.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Property paths whose changes are not spelled out.</summary>
    public ImmutableArray<string> HideDiff { get; init; } = [];

    /// <summary>Property paths whose changes replace the resource.</summary>
    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>A value whose change replaces the resource; null if none.</summary>
    public WireValue? ReplacementTrigger { get; init; }

    /// <summary>True if it must be refreshed before every update.</summary>
    public bool RefreshBeforeUpdate { get; init; }

    /// <summary>URN of the resource this one is a view of; empty if it is none.</summary>
    public string ViewOf { get; init; } = "";

    /// <summary>Names of hooks by the event they belong to.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>>? ResourceHooks { get; init; }

    /// <summary>Fields of the file that this version does not know, as raw JSON; kept when the file is written again.</summary>
    public ImmutableSortedDictionary<string, string> UnknownFields { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>True for the root resource of the stack.</summary>
    public bool IsStack => Type == State.Urn.StackType;

    /// <summary>True for a provider resource.</summary>
    public bool IsProvider => Type.StartsWith(State.Urn.ProviderTypePrefix, StringComparison.Ordinal);
}
