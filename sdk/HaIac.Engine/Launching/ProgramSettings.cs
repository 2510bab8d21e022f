using System.Collections.Immutable;

namespace HaIac.Engine.Launching;

/// <summary>How a user's program is started: what the project file and the command line say about it.</summary>
public sealed record ProgramSettings
{
    /// <value>Folder with <c>Pulumi.yaml</c>, absolute.</value>
    public required string ProjectDirectory { get; init; }

    /// <value>Folder of the program, absolute: the project folder, or <c>main</c> below it. The program runs there.</value>
    public required string ProgramDirectory { get; init; }

    /// <value><c>runtime</c> of the project file; only <c>dotnet</c> is started.</value>
    public required string Runtime { get; init; }

    /// <value><c>runtime.options.binary</c>: a built program to start as it is; relative to the program folder.</value>
    public string? Binary { get; init; }

    /// <value>Value of <c>PULUMI_ORGANIZATION</c>; the file backend knows only the default.</value>
    public string Organization { get; init; } = "organization";

    /// <value>Project name.</value>
    public required string Project { get; init; }

    /// <value>Stack name, short form.</value>
    public required string Stack { get; init; }

    /// <value>Configuration by full key (<c>namespace:name</c>), in plain text.</value>
    public ImmutableSortedDictionary<string, string> Config { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <value>Full keys of the configuration that are secret.</value>
    public ImmutableSortedSet<string> SecretKeys { get; init; } = [];

    /// <value>Largest number of steps at once, as the program is told.</value>
    public int Parallel { get; init; } = 1;

    /// <value>Whether this run only previews.</value>
    public bool IsPreview { get; init; }
}
