using System.Collections.Immutable;
using HaIac.Engine.Events;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Tests.Rendering;

/// <summary>Made-up steps of a project "shop" with stack "qa" and boxes of package "acme".</summary>
internal static class Steps
{
    public const string Stack = "urn:pulumi:qa::shop::pulumi:pulumi:Stack::shop-qa";

    public static string Box(string name) => $"urn:pulumi:qa::shop::acme:index:Box::{name}";

    public static WireObject Values(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return ValueJson.ReadObject(document.RootElement, MaskedSecrets.Instance);
    }

    public static StepState BoxState(string name, string id, string inputs, string outputs) =>
        new("acme:index:Box", Box(name), true, id, Stack, Values(inputs), Values(outputs), "urn:pulumi:qa::shop::pulumi:providers:acme::default::1");

    public static StepState StackState(string outputs) => new("pulumi:pulumi:Stack", Stack, false, "", "", WireObject.Empty, Values(outputs));

    public static StepMetadata Of(StepOp op, StepState? old, StepState? now, params (string Path, PropertyDiffKind Kind)[] detailed)
    {
        var state = now ?? old!;
        return new(op, state.Urn, state.Type, old, now, state.Provider, DetailedDiff: detailed.Length == 0
            ? null
            : detailed.ToImmutableSortedDictionary(diff => diff.Path, diff => new PropertyDiff(diff.Kind, true), StringComparer.Ordinal));
    }

    public static SummaryEvent Summary(bool isPreview, bool succeeded, double seconds, params (StepOp Op, int Count)[] counts) =>
        new(counts.ToImmutableSortedDictionary(count => count.Op, count => count.Count), TimeSpan.FromSeconds(seconds), isPreview, succeeded);
}
