using System.CommandLine;
using System.Text.Json.Nodes;
using HaIac.Cli.Contexts;
using HaIac.Cli.Printing;
using HaIac.Engine.Projects;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac config get</c>: one value, secrets in clear.</summary>
internal static class ConfigGetCommand
{
    /// <summary>The command.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var key = new Argument<string>("key") { Description = "NAME, or NAMESPACE:NAME." };
        var json = new Option<bool>("--json", "-j") { Description = "Print JSON." };
        var path = new Option<bool>("--path") { Description = "The key is a path into a structured value, such as db.hosts[0]." };
        var command = new Command("get", "Print one value; a secret is printed in clear.") { key, json, path };
        command.SetAction(async (parsed, ct) =>
        {
            var context = ProjectContext.Load(global.HostOf(parsed, host));
            var stack = context.Stack(parsed.GetValue(global.Stack));
            var file = context.FileOf(stack);
            var place = ConfigPath.Parse(parsed.GetValue(key)!, context.Project.Name, parsed.GetValue(path));
            if (!StackConfig.Merge(context.Project, file).TryGetValue(place.Key, out var value) || ConfigPath.Find(value, place.Elements) is not { } found)
            {
                throw new StateException(
                    "HAI1233", "No such configuration value", $"Stack \"{stack}\" has no configuration value \"{parsed.GetValue(key)}\".", file.Path, null, $"Set it: haiac config set {parsed.GetValue(key)} VALUE");
            }

            ISecretCodec secrets = found.IsSecret ? await context.SecretsAsync(stack, file, ct) : MaskedSecrets.Instance;
            var text = ConfigNodes.ToText(found, secrets);
            context.Host.Out.WriteLine(parsed.GetValue(json)
                ? new JsonObject { ["value"] = text, ["secret"] = found.IsSecret }.ToJsonString(JsonStyle.Indented)
                : text);
        });
        return command;
    }
}
