using System.Collections.Immutable;

namespace HaIac.Engine.Plugins;

/// <summary>Where plugins are looked for.</summary>
public sealed record PluginSearch
{
    /// <summary>Folder with <c>Pulumi.yaml</c>; relative plugin paths start there.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>Entries of <c>plugins.providers</c> of the project file.</summary>
    public ImmutableArray<ProjectPlugin> ProjectPlugins { get; init; } = [];

    /// <summary>Text of the <c>PATH</c> variable; null looks at no folder of it (<c>PULUMI_IGNORE_AMBIENT_PLUGINS</c>).</summary>
    public string? SearchPath { get; init; }

    /// <summary>Folder of installed plugins: <c>plugins</c> below <c>PULUMI_HOME</c> or <c>~/.pulumi</c>.</summary>
    public string? Cache { get; init; }

    /// <summary>The search that this process's environment asks for.</summary>
    public static PluginSearch FromEnvironment(string projectDirectory, ImmutableArray<ProjectPlugin> projectPlugins)
    {
        var home = Environment.GetEnvironmentVariable("PULUMI_HOME") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pulumi");
        var ignoreAmbient = Environment.GetEnvironmentVariable("PULUMI_IGNORE_AMBIENT_PLUGINS") is "1" or "true" or "TRUE" or "True";
        return new PluginSearch
        {
            ProjectDirectory = projectDirectory,
            ProjectPlugins = projectPlugins,
            SearchPath = ignoreAmbient ? null : Environment.GetEnvironmentVariable("PATH"),
            Cache = Path.Combine(home, "plugins"),
        };
    }
}
