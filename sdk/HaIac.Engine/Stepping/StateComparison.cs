using System.Collections.Immutable;
using HaIac.Engine.State;

namespace HaIac.Engine.Stepping;

/// <summary>Whether two states of a resource would be written alike; immutable arrays compare by reference.</summary>
internal static class StateComparison
{
    /// <summary>Whether both say the same.</summary>
    public static bool Same(StateResource a, StateResource b) =>
        Scalars(a) == Scalars(b)
        && a.Inputs.Equals(b.Inputs) && a.Outputs.Equals(b.Outputs)
        && Equals(a.ReplacementTrigger, b.ReplacementTrigger)
        && Lists(a).SequenceEqual(Lists(b), StringComparer.Ordinal)
        && SameByKey(a.PropertyDependencies, b.PropertyDependencies) && SameByKey(a.ResourceHooks, b.ResourceHooks);

    private static StateResource Scalars(StateResource resource) => new(resource.Urn, resource.Type, resource.Custom)
    {
        Id = resource.Id,
        Delete = resource.Delete,
        Inputs = Protocol.Properties.WireObject.Empty,
        Outputs = Protocol.Properties.WireObject.Empty,
        Parent = resource.Parent,
        Protect = resource.Protect,
        Taint = resource.Taint,
        External = resource.External,
        Dependencies = default,
        InitErrors = default,
        Provider = resource.Provider,
        PendingReplacement = resource.PendingReplacement,
        AdditionalSecretOutputs = default,
        Aliases = default,
        CustomTimeouts = resource.CustomTimeouts,
        ImportId = resource.ImportId,
        RetainOnDelete = resource.RetainOnDelete,
        DeletedWith = resource.DeletedWith,
        ReplaceWith = default,
        Created = resource.Created,
        Modified = resource.Modified,
        SourcePosition = resource.SourcePosition,
        StackTrace = resource.StackTrace,
        IgnoreChanges = default,
        HideDiff = default,
        ReplaceOnChanges = default,
        RefreshBeforeUpdate = resource.RefreshBeforeUpdate,
        ViewOf = resource.ViewOf,
    };

    private static IEnumerable<string> Lists(StateResource resource)
    {
        ImmutableArray<string>[] lists =
        [
            resource.Dependencies, resource.InitErrors, resource.AdditionalSecretOutputs, resource.Aliases, resource.ReplaceWith,
            resource.IgnoreChanges, resource.HideDiff, resource.ReplaceOnChanges,
        ];

        // The separator keeps an element from moving between neighbouring lists unseen.
        return lists.SelectMany(list => list.Prepend("\0"));
    }

    private static bool SameByKey(
        ImmutableSortedDictionary<string, ImmutableArray<string>>? a, ImmutableSortedDictionary<string, ImmutableArray<string>>? b) =>
        (a is null && b is null)
        || (a is not null && b is not null && a.Count == b.Count
            && a.Zip(b).All(pair => pair.First.Key == pair.Second.Key && pair.First.Value.SequenceEqual(pair.Second.Value, StringComparer.Ordinal)));
}
