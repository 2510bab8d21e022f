namespace Conformance.Tests.UnderTheEngine;

/// <summary>Scenarios whose recorded answers no engine would give, or that the embedded engine cannot run; each with its reason.</summary>
internal static class Otherwise
{
    /// <summary>By scenario.</summary>
    public static IReadOnlyDictionary<string, string> Scenarios { get; } = new Dictionary<string, string>
    {
        ["09-json-inputs"] = "official bug: a secret inside a JSON input is readable in the text; the bundled API keeps it secret (Deviations)",
        ["20-providers"] = "a stack output is the id of a provider, which the engine makes anew in each run",
        ["26-urn-option"] = "refers to a resource that nobody registered; only the recorder knows it",
        ["32-get"] = "reads carry additionalSecretOutputs here, which the official SDK leaves out (Deviations), so an output is secret",
        ["43-assets"] = "names files that are not there; the recorder never looks",
        ["44-resource-references"] = "official bug: the id of a reference of unknown type is lost (Deviations)",
        ["45-reference-known-type"] = "refers to a resource that nobody registered; only the recorder knows it",
        ["52-results-fail-and-skip"] = "the recorder answers that a step failed although nothing did",
        ["65-stash"] = "the recorder answers with the value of an earlier run",
        ["69-no-resource-references"] = "the recorder says that it lacks a feature",
        ["71-output-to-string"] = "the wording is free (Deviations)",
        ["73-transform-round-trip"] = "official bug: retain_on_delete false is lost on the way to a transform (Deviations)",
        ["74-deferred-and-unknown"] = "sends unknown values in a real run, which only a recorder takes",
    };
}
