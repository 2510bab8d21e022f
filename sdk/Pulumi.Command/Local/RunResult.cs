using System.Collections.Immutable;

namespace Pulumi.Command.Local;

/// <summary>What <see cref="Run"/> answers.</summary>
[OutputType]
public sealed class RunResult
{
    /// <summary>Without effect on a function: it has no last run. Kept for compatibility.</summary>
    public readonly bool? AddPreviousOutputInEnv;

    /// <summary>The files that the patterns of the archive named; null without patterns.</summary>
    public readonly Archive? Archive;

    /// <summary>The patterns as they were given.</summary>
    public readonly ImmutableArray<string> ArchivePaths;

    /// <summary>The patterns as they were given.</summary>
    public readonly ImmutableArray<string> AssetPaths;

    /// <summary>The files that the patterns named, by path; null without patterns.</summary>
    public readonly ImmutableDictionary<string, AssetOrArchive>? Assets;

    /// <summary>The command as it was given.</summary>
    public readonly string Command;

    /// <summary>The folder as it was given.</summary>
    public readonly string? Dir;

    /// <summary>The environment variables as they were given.</summary>
    public readonly ImmutableDictionary<string, string>? Environment;

    /// <summary>The interpreter as it was given.</summary>
    public readonly ImmutableArray<string> Interpreter;

    /// <summary>What was shown, as it was given.</summary>
    public readonly Logging? Logging;

    /// <summary>What it printed to standard error, without a line end at its end.</summary>
    public readonly string Stderr;

    /// <summary>The input as it was given.</summary>
    public readonly string? Stdin;

    /// <summary>What it printed to standard output, without a line end at its end.</summary>
    public readonly string Stdout;

    [OutputConstructor]
    private RunResult(
        bool? addPreviousOutputInEnv,
        Archive? archive,
        ImmutableArray<string> archivePaths,
        ImmutableArray<string> assetPaths,
        ImmutableDictionary<string, AssetOrArchive>? assets,
        string command,
        string? dir,
        ImmutableDictionary<string, string>? environment,
        ImmutableArray<string> interpreter,
        Logging? logging,
        string stderr,
        string? stdin,
        string stdout)
    {
        AddPreviousOutputInEnv = addPreviousOutputInEnv;
        Archive = archive;
        ArchivePaths = archivePaths;
        AssetPaths = assetPaths;
        Assets = assets;
        Command = command;
        Dir = dir;
        Environment = environment;
        Interpreter = interpreter;
        Logging = logging;
        Stderr = stderr;
        Stdin = stdin;
        Stdout = stdout;
    }
}
