using System.Collections.Immutable;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Registering;

/// <summary>What the program wants of one resource, after defaults of its parent and its provider were found.</summary>
internal sealed record ResourceGoal
{
    /// <summary>Identity in the engine.</summary>
    public required string Urn { get; init; }

    /// <summary>Type token.</summary>
    public required string Type { get; init; }

    /// <summary>Logical name.</summary>
    public required string Name { get; init; }

    /// <summary>True if a provider manages it.</summary>
    public required bool Custom { get; init; }

    /// <summary>URN of the parent; empty without one.</summary>
    public string Parent { get; init; } = "";

    /// <summary>Inputs as the program sent them.</summary>
    public WireObject Inputs { get; init; } = WireObject.Empty;

    /// <summary>Provider reference; empty for components and providers.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Provider references by package, for children of a component.</summary>
    public ImmutableSortedDictionary<string, string> Providers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>URNs it depends on.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>URNs each input depends on; null if the program did not say.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>>? PropertyDependencies { get; init; }

    /// <summary>Whether it must not be deleted; null if the program did not say.</summary>
    public bool? Protect { get; init; }

    /// <summary>Whether deleting leaves the object in place; null if the program did not say.</summary>
    public bool? RetainOnDelete { get; init; }

    /// <summary>Whether a replacement deletes the old one first; null lets the provider decide.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>URN of the resource whose deletion deletes this one too; empty without one.</summary>
    public string DeletedWith { get; init; } = "";

    /// <summary>URNs of resources whose replacement replaces this one.</summary>
    public ImmutableArray<string> ReplaceWith { get; init; } = [];

    /// <summary>A value whose change replaces the resource; null if none.</summary>
    public WireValue? ReplacementTrigger { get; init; }

    /// <summary>Property paths whose changes are ignored.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Property paths whose changes replace the resource.</summary>
    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Property paths whose changes are not spelled out.</summary>
    public ImmutableArray<string> HideDiffs { get; init; } = [];

    /// <summary>Outputs to be kept secret.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>URNs it may have had before, in order of preference.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Time limits; null if none.</summary>
    public CustomTimeouts? CustomTimeouts { get; init; }

    /// <summary>Id of an object to take over; empty if none.</summary>
    public string ImportId { get; init; } = "";

    /// <summary>Names of hooks by the time at which they run; null if none.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>>? Hooks { get; init; }

    /// <summary>Where in the program it is declared; empty if unknown.</summary>
    public string SourcePosition { get; init; } = "";

    /// <summary>The calls that led to its declaration, as raw JSON; null if unknown.</summary>
    public string? StackTrace { get; init; }

    /// <summary>The state that this goal becomes, without id and outputs.</summary>
    public StateResource ToState(WireObject inputs) => new(Urn, Type, Custom)
    {
        Inputs = inputs,
        Parent = Parent,
        Protect = Protect ?? false,
        Dependencies = Dependencies,
        Provider = Provider,
        PropertyDependencies = PropertyDependencies,
        AdditionalSecretOutputs = AdditionalSecretOutputs,
        CustomTimeouts = CustomTimeouts,
        ImportId = ImportId,
        RetainOnDelete = RetainOnDelete ?? false,
        DeletedWith = DeletedWith,
        ReplaceWith = ReplaceWith,
        SourcePosition = SourcePosition,
        StackTrace = StackTrace,
        IgnoreChanges = IgnoreChanges,
        HideDiff = HideDiffs,
        ReplaceOnChanges = ReplaceOnChanges,
        ReplacementTrigger = ReplacementTrigger,
        ResourceHooks = Hooks,
    };
}
