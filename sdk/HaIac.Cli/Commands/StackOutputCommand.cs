using System.CommandLine;
using System.Text.Json;
using HaIac.Cli.Contexts;
using HaIac.Cli.Printing;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac stack output</c>.</summary>
internal static class StackOutputCommand
{
    /// <summary>The command.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var name = new Argument<string?>("name") { Description = "One output; all without it.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json", "-j") { Description = "Print JSON." };
        var shell = new Option<bool>("--shell") { Description = "Print name=value lines for a shell." };
        var secrets = new Option<bool>("--show-secrets") { Description = "Print secrets in clear." };
        var command = new Command("output", "Show the outputs of the stack.") { name, json, shell, secrets };
        command.SetAction(async (parsed, ct) =>
        {
            var context = ProjectContext.Load(global.HostOf(parsed, host));
            var stack = context.Stack(parsed.GetValue(global.Stack));
            var outputs = await OutputsAsync(context, stack, parsed.GetValue(secrets), ct);
            if (parsed.GetValue(name) is { } wanted)
                PrintOne(outputs, wanted, stack, parsed.GetValue(json), context.Host);
            else if (parsed.GetValue(json))
                context.Host.Out.WriteLine(Indented(new WireMap(outputs)));
            else if (parsed.GetValue(shell))
                PrintShell(outputs, context.Host);
            else
                PrintTable(outputs, context.Host);
        });
        return command;
    }

    private static async Task<WireObject> OutputsAsync(ProjectContext context, StackName stack, bool clear, CancellationToken ct)
    {
        var checkpoint = clear
            ? (await context.Opener.OpenAsync(stack, context.Passphrase.Get, context.FileOf(stack).Salt, ct)).Checkpoint
            : await context.Opener.ReadMaskedAsync(stack, ct);
        var root = checkpoint.Latest.Resources.FirstOrDefault(resource => resource.IsStack && !resource.Delete);
        return root is null ? WireObject.Empty : WireObject.Create(root.Outputs.Select(field => KeyValuePair.Create(field.Key, Open(field.Value))));
    }

    private static void PrintOne(WireObject outputs, string wanted, StackName stack, bool json, CliHost host)
    {
        if (!outputs.TryGetValue(wanted, out var value))
        {
            throw new StateException(
                "HAI1244", "No such output", $"Stack \"{stack}\" has no output \"{wanted}\".", null, outputs.Count == 0 ? "It has no outputs." : $"Its outputs are {string.Join(", ", outputs.Keys)}.", "Name one of them, or run haiac up if the program has a new one.");
        }

        host.Out.WriteLine(json ? Indented(value) : Text(value));
    }

    private static void PrintShell(WireObject outputs, CliHost host)
    {
        foreach (var (key, value) in outputs)
            host.Out.WriteLine($"{key}={Quoted(Text(value))}");
    }

    private static void PrintTable(WireObject outputs, CliHost host)
    {
        host.Out.WriteLine($"Current stack outputs ({outputs.Count}):");
        if (outputs.Count == 0)
            host.Out.WriteLine("    No output values currently in this stack");
        else
            TextTable.Print(host.Out, 4, ["OUTPUT", "VALUE"], [.. outputs.Select(field => (IReadOnlyList<string>)[field.Key, Text(field.Value)])]);
    }

    private static WireValue Open(WireValue value) => value switch
    {
        WireSecret secret => Open(secret.Value),
        WireList list => new WireList(list.Items.Select(Open).ToValueList()),
        WireMap map => new WireMap(WireObject.Create(map.Fields.Select(field => KeyValuePair.Create(field.Key, Open(field.Value))))),
        _ => value,
    };

    private static string Text(WireValue value) => value is WireText text ? text.Value : ValueJson.ToText(value, MaskedSecrets.Instance);

    private static string Indented(WireValue value)
    {
        using var document = JsonDocument.Parse(ValueJson.ToText(value, MaskedSecrets.Instance), new() { MaxDepth = 2000 });
        return JsonSerializer.Serialize(document.RootElement, JsonStyle.Indented);
    }

    private static string Quoted(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "_-./:@%+,=".Contains(c, StringComparison.Ordinal))
            ? text
            : "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
