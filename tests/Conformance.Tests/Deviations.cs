namespace Conformance.Tests;

/// <summary>
/// The one list of recorded behaviour that the bundled API does not show, each with its reason. A deviation changes the
/// recording before it is compared, so all the rest of the scenario still counts; one that changes nothing fails its test.
/// </summary>
internal static class Deviations
{
    private const string Secret = "4dabf18193072939515e22adb298388d: \"1b47061264138c4ac30d75fd1eb44270\", value: ";
    private const string Output = "4dabf18193072939515e22adb298388d: \"d0e6a833031e9bbcd3f4e8bde6ca49a4\"";
    private const string ElementWise = "Lists stay element by element, so that an unknown element does not hide its neighbours from the component.";
    private const string OptionalDeletion = "Only what the program or the engine said is sent back: false would overrule the provider's own choice.";

    /// <summary>By scenario, or scenario and variant.</summary>
    public static IReadOnlyDictionary<string, Deviation[]> Traffic { get; } = new Dictionary<string, Deviation[]>
    {
        ["09-json-inputs"] =
        [
            new(
                "Official bug: a secret inside a JSON input is readable in the text; the whole text is secret here.",
                "nested: json {name: {" + Secret + "\"hidden\"}}",
                "nested: {" + Secret + "json {name: \"hidden\"}}"),
        ],
        ["29-transforms"] = [new(OptionalDeletion, ", delete_before_replace: false|delete_before_replace: false(, )?", "")],
        ["32-get update"] =
        [
            new(
                "Reads carry pluginDownloadURL and additionalSecretOutputs, as the options say; the kit accepts that.",
                "(ReadResource.*)(dependencies.*\"viaOutput\", parent: \"[^\"]*\", )",
                "$1additionalSecretOutputs: [\"value\"], $2pluginDownloadURL: \"https://plugins.example/x\", "),
        ],
        ["33-invoke preview"] =
        [
            new(
                "A call held back by unknowns keeps the dependencies of its arguments; the kit accepts that.",
                "custom: true, (name: \"[bc]\".*label: {)}}",
                "custom: true, dependencies: [\"urn:pulumi:dev::conf::kit:index:Widget::a\"], $1urns: [\"urn:pulumi:dev::conf::kit:index:Widget::a\"]}}"),
        ],
        ["35-call"] = [new("Calls carry version and pluginDownloadURL, as the options say.", "(, tok: \"kit:index:Group/ask\")}", ", pluginDownloadURL: \"https://plugins.example/c\"$1, version: \"1.1.1\"}")],
        ["44-resource-references update"] =
        [
            new("Official bug: the id of a reference of unknown type is lost.", "id: null", "id: \"x-id\""),
            new("Official bug: the id of a reference of unknown type is lost.", ", selfType:", ", selfId: \"x-id\"$0"),
        ],
        ["51-monitor-shut-down"] =
        [
            new("The engine has reported the cause already, so the program adds nothing; the kit accepts that.", "^Engine/Log .*resource monitor shut down.*$", ""),
        ],
        ["62-remote-component update"] =
        [
            new(ElementWise, "(list: )({" + Output + "[^}]*, value: )\\[\"a-id\", \"x\"\\]}", "$1[$2\"a-id\"}, \"x\"]"),
        ],
        ["62-remote-component preview"] = [new(ElementWise, "(list: )({" + Output + "[^}]*), value: \\[[^]]*\\]}", "$1[$2}, \"x\"]")],
        ["71-output-to-string"] =
        [
            new(
                "The wording is free.",
                @"text: ""\[Calling.*\]""(?=\})",
                @"text: ""[An Output\u003CT\u003E was turned into text, but its value is not there yet.\nUse output.Apply(v =\u003E $$\u0022before {v} after\u0022) or Output.Format($$\u0022before {output} after\u0022) instead.]"""),
        ],
        ["73-transform-round-trip"] =
        [
            new("Official bug: retain_on_delete false is lost on the way to a transform.", "retain= id", "retain=False id"),
            new(
                "Official bug: the answer drops import, hide_diff and retain_on_delete false.",
                "(=> {options: {additional_secret_outputs.*)(hooks.*ignore_changes.*)(plugin_download_url.*replacement_trigger: \"t\", )version",
                "$1hide_diff: [\"d\"], $2import: \"import-1\", $3retain_on_delete: false, version"),
        ],
    };
}
