using System.Collections.Immutable;
using HaIac.Engine.Plugins;

namespace HaIac.Engine.Projects;

/// <summary>What <c>Pulumi.yaml</c> says.</summary>
/// <param name="Name">Project name.</param>
/// <param name="Path">The file, absolute.</param>
public sealed record Project(string Name, string Path)
{
    /// <summary>Folder of the file; relative paths in it begin here.</summary>
    public string Directory => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Runtime of the program.</summary>
    public string Runtime { get; init; } = "";

    /// <summary>Options of the runtime.</summary>
    public ImmutableSortedDictionary<string, string> RuntimeOptions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Folder of the program, relative to the project's; empty if it is the same.</summary>
    public string Main { get; init; } = "";

    /// <summary>Folder of the program, absolute. Relative directories of virtual clusters begin here.</summary>
    public string ProgramDirectory => System.IO.Path.GetFullPath(System.IO.Path.Combine(Directory, Main));

    /// <summary>Folder of the stack files, relative to the project's; empty if it is the same.</summary>
    public string StackConfigDirectory { get; init; } = "";

    /// <summary><c>backend.url</c>; null if it is not set.</summary>
    public string? BackendUrl { get; init; }

    /// <summary>Entries of <c>plugins.providers</c>.</summary>
    public ImmutableArray<ProjectPlugin> Plugins { get; init; } = [];

    /// <summary>Entries of <c>config</c>, by full key.</summary>
    public ImmutableSortedDictionary<string, ConfigDeclaration> Config { get; init; } =
        ImmutableSortedDictionary.Create<string, ConfigDeclaration>(StringComparer.Ordinal);

    /// <summary>The file with the configuration of a stack.</summary>
    /// <param name="stack">Short name of the stack.</param>
    public string StackFilePath(string stack) =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(Directory, StackConfigDirectory, $"Pulumi.{stack}.yaml"));
}
