using static HaIac.CommandProvider.Packaging.FieldKind;

namespace HaIac.CommandProvider.Packaging;

/// <summary>The properties of the package, each once. Names, kinds and defaults are those of the published schema.</summary>
/// <remarks>Source: pulumi-command, provider/cmd/pulumi-resource-command/schema.json (1.1).</remarks>
internal static class Fields
{
    public static Field AddPreviousOutputInEnv { get; } = new("addPreviousOutputInEnv", Flag, "Whether a run finds what the last one printed in PULUMI_COMMAND_STDOUT and PULUMI_COMMAND_STDERR.") { Default = true };

    public static Field ArchivePaths { get; } = new("archivePaths", TextList, "Patterns of the files that are gathered into one archive after a run.");

    public static Field AssetPaths { get; } = new("assetPaths", TextList, "Patterns of the files that are kept as assets after a run.");

    public static Field Command { get; } = new("command", Text, "The command to run.") { Required = true };

    public static Field Connection { get; } = new("connection", FieldKind.Connection, "How to reach the host.") { Required = true, Secret = true };

    public static Field Create { get; } = new("create", Text, "The command to run when the resource is created.");

    public static Field Delete { get; } = new("delete", Text, "The command to run when the resource is deleted; it finds what the last run printed in its environment.");

    public static Field Dir { get; } = new("dir", Text, "The folder to run in. It must exist.");

    public static Field Environment { get; } = new("environment", TextMap, "Environment variables of the command.");

    public static Field Interpreter { get; } = new("interpreter", TextList, "The program, and its first arguments, that the command is given to as last argument. Default: /bin/sh -c.");

    public static Field Logging { get; } = new("logging", FieldKind.Logging, "What is shown of the output while it runs. Default: standard output and standard error.");

    public static Field Stdin { get; } = new("stdin", Text, "What the command reads from standard input.");

    public static Field Update { get; } = new("update", Text, "The command to run when an input changed; without it the command for create runs again. It finds what the last run printed in its environment.");

    public static Field Triggers { get; } = new("triggers", AnyList, "Any values; when one of them changes, the resource is replaced.") { Replaces = true };

    public static Field LocalPath { get; } = new("localPath", Text, "The file to copy.") { Required = true };

    public static Field RemotePath { get; } = new("remotePath", Text, "Where it goes on the host. An existing folder gets the file or folder into it; an existing file is overwritten by a file and is an error for a folder. Only the last part of the path is made if it is missing.") { Required = true };

    public static Field Source { get; } = new("source", FieldKind.File, "The file, text or folder to copy. Packed archives are copied as they are.") { Required = true };

    public static Field Stdout { get; } = new("stdout", Text, "What the last run printed to standard output.") { Required = true };

    public static Field Stderr { get; } = new("stderr", Text, "What the last run printed to standard error.") { Required = true };

    public static Field Assets { get; } = new("assets", AssetMap, "The files that assetPaths named after the last run, by path.");

    public static Field ArchiveResult { get; } = new("archive", FieldKind.Archive, "The files that archivePaths named after the last run.");

    /// <summary>The properties of a host on the way to another one.</summary>
    public static IReadOnlyList<Field> OfProxy { get; } = Hop("the host on the way");

    /// <summary>The properties of a connection.</summary>
    public static IReadOnlyList<Field> OfConnection { get; } =
        [.. Hop("the host"), new("proxy", Proxy, "A host to go through on the way.")];

    private static Field[] Hop(string host) =>
    [
        new("agentSocketPath", Text, "Socket of an ssh agent. Default: SSH_AUTH_SOCK, unless there is a private key."),
        new("dialErrorLimit", Integer, "How many attempts to connect may fail; -1: any number.") { Default = 10 },
        new("host", Text, $"Name or address of {host}.") { Required = true },
        new("hostKey", Text, $"The public key that {host} must show. Without it any key is accepted."),
        new("password", Text, $"The password of the user on {host}.") { Secret = true },
        new("perDialTimeout", Integer, "Seconds that one attempt to connect may take; 0: any time.") { Default = 15 },
        new("port", Number, "The port that its ssh server listens on.") { Default = 22 },
        new("privateKey", Text, "The private key itself. It is offered before the password.") { Secret = true },
        new("privateKeyPassword", Text, "The passphrase of the private key.") { Secret = true },
        new("user", Text, $"The user to log in as on {host}.") { Default = "root" },
    ];
}
