using System.Collections.Immutable;

namespace HaIac.Engine.Plugins;

/// <summary>Where plugins are looked for.</summary>
public sealed record PluginSearch
{
    /// <value>Folder with <c>Pulumi.yaml</c>; relative plugin paths start there.</value>
    public required string ProjectDirectory { get; init; }

    /// <value>Entries of <c>plugins.providers</c> of the project file.</value>
    public ImmutableArray<ProjectPlugin> ProjectPlugins { get; init; } = [];

    /// <value>Text of the <c>PATH</c> variable; null looks at no folder of it (<c>PULUMI_IGNORE_AMBIENT_PLUGINS</c>).</value>
    public string? SearchPath { get; init; }

    /// <value>Folder of installed plugins: <c>plugins</c> below <c>PULUMI_HOME</c> or <c>~/.pulumi</c>.</value>
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
