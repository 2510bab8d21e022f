using System.CommandLine;
using HaIac.Cli.Contexts;
using HaIac.Cli.Printing;
using HaIac.Engine.Projects;
using HaIac.Engine.State;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac config set</c>.</summary>
internal static class ConfigSetCommand
{
    private static readonly string[] Suspicious = ["pass", "secret", "token", "apikey", "api_key", "privatekey", "credential"];

    /// <summary>The command.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var key = new Argument<string>("key") { Description = "NAME, or NAMESPACE:NAME." };
        var value = new Argument<string?>("value") { Description = "The value; without it, a line that is typed or all that is piped in.", Arity = ArgumentArity.ZeroOrOne };
        var secret = new Option<bool>("--secret") { Description = "Encrypt it." };
        var plaintext = new Option<bool>("--plaintext") { Description = "Keep it in clear although it looks like a secret." };
        var path = new Option<bool>("--path") { Description = "The key is a path into a structured value, such as db.hosts[0]." };
        var type = new Option<string?>("--type") { Description = "int, bool, float or string.", HelpName = "TYPE" };
        type.AcceptOnlyFromAmong("int", "bool", "float", "string");
        var command = new Command("set", "Set one value.") { key, value, secret, plaintext, path, type };
        command.SetAction(async (parsed, ct) =>
        {
            var context = ProjectContext.Load(global.HostOf(parsed, host));
            var stack = context.Stack(parsed.GetValue(global.Stack));
            var file = context.FileOf(stack);
            var place = ConfigPath.Parse(parsed.GetValue(key)!, context.Project.Name, parsed.GetValue(path));
            var isSecret = parsed.GetValue(secret);
            var text = parsed.GetValue(value) ?? Ask(context.Host, place.Key, isSecret);
            if (!isSecret && !parsed.GetValue(plaintext))
                RefuseSecretInClear(place.Key, text, file.Path);
            var node = isSecret ? new ConfigSecret("") : ConfigPath.NodeOf(text, parsed.GetValue(type), parsed.GetValue(path));
            if (isSecret)
            {
                using var secrets = await context.SecretsAsync(stack, file, ct);
                node = new ConfigSecret(secrets.Encrypt(text));
                file = file.Salt is null ? file.WithSalt(secrets.SaltText) : file;
            }

            file.With(place.Key, ConfigPath.Set(file.Config.GetValueOrDefault(place.Key), place.Elements, node)).Save();
        });
        return command;
    }

    private static string Ask(CliHost host, string key, bool isSecret)
    {
        if (host.IsTerminal && isSecret)
            return Prompt.Secret(host, $"value of {key}: ") ?? "";
        if (host.IsTerminal)
            host.Error.Write($"value of {key}: ");

        // What is piped in is taken whole: keys and certificates have many lines.
        return (host.IsTerminal ? host.In.ReadLine() : host.In.ReadToEnd().TrimEnd('\n')) ?? "";
    }

    private static void RefuseSecretInClear(string key, string text, string path)
    {
        // Only what cannot be a word or a number: a long text of letters and digits under a telling name.
        var telling = Suspicious.Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase));
        if (telling && text.Length >= 16 && text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetter) && !text.Contains(' ', StringComparison.Ordinal))
        {
            throw new StateException(
                "HAI1234", "Secret in clear", $"The value of \"{key}\" looks like a secret; it was not stored.", path, "It would stand in the file for everyone to read.", "Give --secret to encrypt it, or --plaintext if it is none.");
        }
    }
}
