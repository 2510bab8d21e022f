using System.Collections.Immutable;

namespace HaIac.Engine.Launching;

/// <summary>How a user's program is started: what the project file and the command line say about it.</summary>
public sealed record ProgramSettings
{
    /// <summary>Folder with <c>Pulumi.yaml</c>, absolute.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>Folder of the program, absolute: the project folder, or <c>main</c> below it. The program runs there.</summary>
    public required string ProgramDirectory { get; init; }

    /// <summary><c>runtime</c> of the project file; only <c>dotnet</c> is started.</summary>
    public required string Runtime { get; init; }

    /// <summary><c>runtime.options.binary</c>: a built program to start as it is; relative to the program folder.</summary>
    public string? Binary { get; init; }

    /// <summary>Value of <c>PULUMI_ORGANIZATION</c>; the file backend knows only the default.</summary>
    public string Organization { get; init; } = "organization";

    /// <summary>Project name.</summary>
    public required string Project { get; init; }

    /// <summary>Stack name, short form.</summary>
    public required string Stack { get; init; }

    /// <summary>Configuration by full key (<c>namespace:name</c>), in plain text.</summary>
    public ImmutableSortedDictionary<string, string> Config { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Full keys of the configuration that are secret.</summary>
    public ImmutableSortedSet<string> SecretKeys { get; init; } = [];

    /// <summary>Largest number of steps at once, as the program is told.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>Whether this run only previews.</summary>
    public bool IsPreview { get; init; }
}
