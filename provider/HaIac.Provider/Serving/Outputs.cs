using System.Collections.Immutable;
using HaIac.Cib.Resources;
using HaIac.Provider.Applying;
using HaIac.Provider.Composing;
using HaIac.Provider.Switching;
using Pulumi.Experimental;

namespace HaIac.Provider.Serving;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>The outputs of a resource: its inputs, the ids of its CIB objects, and the nodes that its resources run on.</summary>
internal static class Outputs
{
    /// <summary>The ids of all CIB objects.</summary>
    public const string CibIds = "cibIds";

    /// <summary>The nodes by outermost resource id.</summary>
    public const string RunningOn = "runningOn";

    /// <summary>What cluster options were before they were ours.</summary>
    public const string PreviousValues = "previousValues";

    /// <summary>The outputs of something that is in the cluster.</summary>
    public static Fields Known(Fields inputs, Composition composition, IReadOnlyDictionary<string, IReadOnlyList<string>> runningOn) => inputs
        .SetItem(CibIds, Texts(composition.Objects.Select(item => item.Id.Value)))
        .SetItem(RunningOn, new(composition.Objects.OfType<CibResource>().ToImmutableDictionary(
            item => item.Id.Value, item => Texts(runningOn.GetValueOrDefault(item.Id.Value) ?? []), StringComparer.Ordinal)));

    /// <summary>The outputs of something that was written.</summary>
    public static Fields Applied(Fields inputs, Composition composition, ApplyReport report) =>
        Known(inputs, composition, report.Verdicts.ToDictionary(pair => pair.Key, pair => pair.Value.RunningOn, StringComparer.Ordinal))
            .AddRange(report.PreviousValues is { } previous ? [KeyValuePair.Create(PreviousValues, Map(previous))] : []);

    /// <summary>The outputs as far as a preview knows them.</summary>
    /// <param name="inputs">The new inputs.</param>
    /// <param name="composition">The objects; null while an input is known only after up.</param>
    /// <param name="old">The outputs of the state; null for a creation.</param>
    public static Fields Predicted(Fields inputs, Composition? composition, Fields? old)
    {
        var ids = composition is null ? PropertyValue.Computed : Texts(composition.Objects.Select(item => item.Id.Value));
        var resources = composition?.Objects.OfType<CibResource>().ToList();
        var running = old is not null && old.TryGetValue(RunningOn, out var before) && resources is not null ? before
            : resources is { Count: 0 } ? new PropertyValue(Fields.Empty)
            : PropertyValue.Computed;
        var result = inputs.SetItem(CibIds, ids).SetItem(RunningOn, running);
        return old is not null && old.TryGetValue(PreviousValues, out var previous) ? result.SetItem(PreviousValues, previous) : result;
    }

    /// <summary>The outputs of something that was switched off: what was applied last, so that it can go on from there when it is switched on again.</summary>
    public static Fields Off(Fields old) => old.SetItem(ObjectSettings.Noop, new(true));

    /// <summary>The inputs that outputs were made of.</summary>
    public static Fields InputsIn(Fields outputs) => outputs.RemoveRange([CibIds, RunningOn, PreviousValues, NativeOutput.Name, ServiceComposer.AllowedOn]);

    /// <summary>The previous values that the state keeps.</summary>
    public static IReadOnlyDictionary<string, string> PreviousIn(Fields outputs) => new Inputs(outputs).Attributes(PreviousValues);

    private static PropertyValue Texts(IEnumerable<string> texts) => new([.. texts.Select(text => new PropertyValue(text))]);

    private static PropertyValue Map(IReadOnlyDictionary<string, string> texts) =>
        new(texts.ToImmutableDictionary(pair => pair.Key, pair => new PropertyValue(pair.Value), StringComparer.Ordinal));
}
