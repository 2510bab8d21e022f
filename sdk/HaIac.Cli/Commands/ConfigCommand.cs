using System.CommandLine;
using System.Text.Json.Nodes;
using HaIac.Cli.Contexts;
using HaIac.Cli.Printing;
using HaIac.Engine.Projects;
using HaIac.Engine.Secrets;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac config</c>: the bare list, and its verbs.</summary>
internal static class ConfigCommand
{
    /// <summary>The command with its verbs.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var json = new Option<bool>("--json", "-j") { Description = "Print JSON." };
        var clear = new Option<bool>("--show-secrets") { Description = "Print secrets in clear." };
        var command = new Command("config", "List and set the configuration of the stack.")
        {
            json,
            clear,
            ConfigSetCommand.Create(global, host),
            ConfigGetCommand.Create(global, host),
            ConfigRemoveCommand.Create(global, host),
        };
        command.SetAction(async (parsed, ct) =>
        {
            var context = ProjectContext.Load(global.HostOf(parsed, host));
            var stack = context.Stack(parsed.GetValue(global.Stack));
            var file = context.FileOf(stack);
            var values = StackConfig.Merge(context.Project, file);
            var isClear = parsed.GetValue(clear);
            ISecretCodec secrets = isClear && values.Values.Any(value => value.IsSecret) ? await context.SecretsAsync(stack, file, ct) : MaskedSecrets.Instance;
            if (parsed.GetValue(json))
                context.Host.Out.WriteLine(Json(values, secrets, isClear).ToJsonString(JsonStyle.Indented));
            else
                PrintTable(values, secrets, context);
        });
        return command;
    }

    private static void PrintTable(IReadOnlyDictionary<string, ConfigNode> values, ISecretCodec secrets, ProjectContext context)
    {
        // The project's own keys come first, without their namespace.
        var rows = values
            .Select(value => (Key: ConfigKey.Short(value.Key, context.Project.Name), Text: ConfigNodes.ToText(value.Value, secrets)))
            .OrderBy(row => row.Key.Contains(':', StringComparison.Ordinal))
            .ThenBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => (IReadOnlyList<string>)[row.Key, row.Text]);
        TextTable.Print(context.Host.Out, 0, ["KEY", "VALUE"], [.. rows]);
    }

    private static JsonObject Json(IReadOnlyDictionary<string, ConfigNode> values, ISecretCodec secrets, bool clear)
    {
        var all = new JsonObject();
        foreach (var (key, value) in values)
        {
            var entry = new JsonObject();
            if (clear || !value.IsSecret)
            {
                entry["value"] = ConfigNodes.ToText(value, secrets);
                if (value is ConfigMap or ConfigList)
                    entry["objectValue"] = JsonNode.Parse(ConfigNodes.ToJson(value, secrets));
            }

            entry["secret"] = value.IsSecret;
            all[key] = entry;
        }

        return all;
    }
}
