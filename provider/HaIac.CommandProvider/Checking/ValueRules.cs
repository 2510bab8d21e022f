using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HaIac.CommandProvider.Findings;
using HaIac.CommandProvider.Packaging;
using HaIac.CommandProvider.Running;
using Pulumi.Experimental;

namespace HaIac.CommandProvider.Checking;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>What a value of the right kind must be beyond that. No message holds the value of a property that may be a secret.</summary>
/// <param name="subject">What is checked, for messages.</param>
/// <param name="type">Its type.</param>
internal sealed partial class ValueRules(string subject, PackageType type)
{
    private static bool IsRemote(PackageType type) => type.Token.StartsWith("command:remote:", StringComparison.Ordinal);

    /// <summary>The faults.</summary>
    /// <param name="inputs">Inputs whose kinds are checked already.</param>
    public IEnumerable<Finding> Check(Fields inputs)
    {
        var reader = new InputReader(inputs);
        return [.. Zeros(inputs), .. Logging(reader), .. Environment(reader), .. Interpreter(reader), .. Patterns(reader), .. Source(reader), .. Destination(reader), .. Connection(inputs)];
    }

    // The system's calls take a text to the first byte 0, so half a command would run. Standard input takes any byte, and nobody passes triggers on.
    private IEnumerable<Finding> Zeros(Fields inputs) =>
        from field in type.Inputs
        where field.Name != "stdin" && field.Kind != FieldKind.AnyList && inputs.TryGetValue(field.Name, out var value) && HasZero(value)
        select Bad(field.Name, $"{field.Name} holds a byte 0.", "No command, variable or path can hold one.", "Take it out, or hand the text over with stdin.");

    private static bool HasZero(PropertyValue value) =>
        (value.TryGetString(out var text) && text.Contains('\0', StringComparison.Ordinal))
        || (value.TryGetArray(out var items) && items.Any(HasZero))
        || (value.TryGetMap(out var map) && map.Values.Any(HasZero));

    private IEnumerable<Finding> Logging(InputReader inputs)
    {
        if (inputs.Text("logging") is { } word && LoggingWords.All.All(known => known.Value != word))
        {
            yield return Bad("logging", $"logging is \"{word}\".", $"It is one of {string.Join(", ", LoggingWords.All.Select(known => known.Value))}.", "Use one of these.");
        }
    }

    private IEnumerable<Finding> Environment(InputReader inputs) =>
        from name in inputs.TextMap("environment").Keys
        where !(IsRemote(type) ? ShellName().IsMatch(name) : name.Length > 0 && !name.Contains('=') && !name.Contains('\0'))
        select Bad(
            "environment", $"\"{name}\" is no name for an environment variable.",
            IsRemote(type) ? "A shell takes letters, digits and underscores, and no digit first." : "A name is not empty and has no equals sign.", "Rename it.");

    private IEnumerable<Finding> Interpreter(InputReader inputs)
    {
        if (inputs.Texts("interpreter") is { Count: > 0 } words && string.IsNullOrWhiteSpace(words[0]))
        {
            yield return Bad("interpreter[0]", "The interpreter has no name.", "The first word is the program that gets the command.", "Name it, or leave interpreter out for /bin/sh -c.");
        }
    }

    private IEnumerable<Finding> Patterns(InputReader inputs) =>
        from property in (string[])["assetPaths", "archivePaths"]
        from pattern in inputs.Texts(property) ?? []
        where !GlobPattern.TryParse(pattern, out _)
        select GlobPattern.Fault(pattern, $"{subject}, property {property}") with { Property = property };

    private IEnumerable<Finding> Source(InputReader inputs)
    {
        if (inputs.File("source") is { Kind: FileSourceKind.Uri or FileSourceKind.Members } source)
        {
            yield return Bad(
                "source", source.Kind == FileSourceKind.Uri ? "source is an address." : "source is an archive of single files.",
                "What is copied must be on this host: FileAsset, StringAsset, or FileArchive with a folder or a packed file.",
                "Put the files into a folder and use FileArchive, or use several CopyToRemote.");
        }
    }

    private IEnumerable<Finding> Destination(InputReader inputs)
    {
        if (inputs.Text("remotePath") is "")
        {
            yield return Bad("remotePath", "remotePath is empty.", "It says where the copy goes.", "Name a file or folder; \".\" is the home folder of the user.");
        }
    }

    private IEnumerable<Finding> Connection(Fields inputs)
    {
        if (new InputReader(inputs).Object("connection") is not { } connection)
        {
            return [];
        }

        return [.. Hop("connection", connection), .. connection.Object("proxy") is { } proxy ? Hop("connection.proxy", proxy) : []];
    }

    private IEnumerable<Finding> Hop(string at, InputReader hop)
    {
        if (hop.Text("host") is { } host && (host.Length == 0 || host.StartsWith('-') || host.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '"' or '\'')))
        {
            yield return Bad($"{at}.host", $"\"{host}\" is no host name.", "It is a name, or an address without brackets.", "Correct it.");
        }

        if (hop.Text("user") is { } user && (user.Length == 0 || user.StartsWith('-') || user.Any(c => char.IsControl(c) || c is '"')))
        {
            yield return Bad($"{at}.user", $"\"{user}\" is no user name.", "It is the name of a user of the host.", "Correct it.");
        }

        if (hop.Number("port") is { } port && port is < 1 or > 65535)
        {
            yield return Bad($"{at}.port", $"port is {port}.", "Ports are 1 to 65535.", "Use the port that sshd listens on; mostly 22.");
        }

        if (hop.Number("dialErrorLimit") is < -1)
        {
            yield return Bad($"{at}.dialErrorLimit", "dialErrorLimit is negative.", "It counts failed attempts; -1 is for any number.", "Use -1, 0 or more.");
        }

        if (hop.Number("perDialTimeout") is < 0)
        {
            yield return Bad($"{at}.perDialTimeout", "perDialTimeout is negative.", "It is a number of seconds; 0 is for any time.", "Use 0 or more.");
        }

        if (hop.Text("privateKey") is { } key && !(key.TrimStart().StartsWith("-----BEGIN ", StringComparison.Ordinal) && key.Contains("PRIVATE KEY-----", StringComparison.Ordinal)))
        {
            yield return Bad($"{at}.privateKey", "privateKey holds no private key.", "It takes the text of the key, which begins with \"-----BEGIN\", and not its path.", "Read the file: File.ReadAllText(path).");
        }

        if (hop.Text("hostKey") is { } known && !HostKey().IsMatch(known.Trim()))
        {
            yield return Bad($"{at}.hostKey", "hostKey is no public key.", "It is one line: a type such as ssh-ed25519, and the key in base64.", "Take the line from /etc/ssh/ssh_host_ed25519_key.pub on the host.");
        }
    }

    private Finding Bad(string property, string what, string why, string mend) =>
        new(FindingCode.BadValue, what, $"{subject}, property {property}", why, mend) { Property = property };

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex ShellName();

    [GeneratedRegex(@"\A[a-z0-9@.-]+ [A-Za-z0-9+/]+={0,3}( .*)?\z")]
    private static partial Regex HostKey();
}
