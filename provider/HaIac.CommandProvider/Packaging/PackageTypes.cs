using static HaIac.CommandProvider.Packaging.Fields;

namespace HaIac.CommandProvider.Packaging;

/// <summary>What the package offers.</summary>
internal static class PackageTypes
{
    /// <summary>The version of the published plugin that this one stands in for: engines warn of plugins that are older than a program asks for.</summary>
    public const string Version = "1.1.0";

    public const string LocalCommand = "command:local:Command";
    public const string LocalRun = "command:local:run";
    public const string RemoteCommand = "command:remote:Command";
    public const string CopyToRemote = "command:remote:CopyToRemote";
    public const string CopyFile = "command:remote:CopyFile";

    /// <summary>The resource types by token.</summary>
    public static IReadOnlyDictionary<string, PackageType> Resources { get; } = ByToken(
        new(
            LocalCommand,
            "A command that runs on the host of the engine when the resource is created, updated or deleted. It fails when its exit status is not 0.",
            [AddPreviousOutputInEnv, ArchivePaths, AssetPaths, Create, Delete, Dir, Fields.Environment, Interpreter, Logging, Stdin, Triggers, Update],
            [ArchiveResult, Assets, Stderr, Stdout]),
        new(
            RemoteCommand,
            "A command that the login shell of another host runs, reached over ssh, when the resource is created, updated or deleted. It fails when its exit status is not 0.",
            [AddPreviousOutputInEnv, Connection, Create, Delete, Fields.Environment, Logging, Stdin, Triggers, Update],
            [Stderr, Stdout]),
        new(
            CopyToRemote,
            "A file, text or folder that is copied to another host over ssh, again whenever its content or its destination changes. Deleting the resource leaves the copy where it is.",
            [Connection, RemotePath, Source, Triggers],
            []),
        new(
            CopyFile,
            "A file that is copied to another host over ssh. Its content is not watched.",
            [Connection, LocalPath, RemotePath, Triggers with { Replaces = false }],
            [])
        {
            Deprecation = "CopyFile goes away in a future release of the package. Use CopyToRemote: it copies folders too, and notices changed contents.",
            AlwaysReplaced = true,
        });

    /// <summary>The functions by token.</summary>
    public static IReadOnlyDictionary<string, PackageType> Functions { get; } = ByToken(
        new PackageType(
            LocalRun,
            "Runs a command on the host of the engine, in every preview and update, and answers what it printed.",
            [AddPreviousOutputInEnv, ArchivePaths, AssetPaths, Command, Dir, Fields.Environment, Interpreter, Logging, Stdin],
            [ArchiveResult, Assets, Stderr, Stdout]));

    private static Dictionary<string, PackageType> ByToken(params PackageType[] types) => types.ToDictionary(type => type.Token, StringComparer.Ordinal);
}
