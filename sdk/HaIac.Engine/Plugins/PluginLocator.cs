using HaIac.Engine.Launching;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HaIac.Engine.Plugins;

/// <summary>Finds the plugin of a package: the project's entry, then PATH, then the plugin cache.</summary>
/// <remarks>Source: pulumi-protocol.md 4.1 and launch.md.</remarks>
public sealed class PluginLocator(PluginSearch search)
{
    /// <summary>Finds a plugin.</summary>
    /// <exception cref="PluginException">There is none; the message lists where it was looked for.</exception>
    public PluginExecutable Find(string package, string? version)
    {
        var looked = new List<string>();
        return FromProject(package, version, looked)
            ?? FromPath(package, looked)
            ?? FromCache(package, version, looked)
            ?? throw new PluginException(
                "HAI1401",
                "Plugin not found",
                $"The program uses package '{package}'{(version is null ? "" : " " + version)}, but no plugin 'pulumi-resource-{package}' was found.",
                looked.Count == 0 ? "nowhere: neither plugins.providers, PATH nor a plugin cache is set" : "looked at " + string.Join("; ", looked),
                "Resources of a package are created by its plugin, a program of that name.",
                $"Name its folder under plugins.providers in Pulumi.yaml (name: {package}, path: FOLDER), put it on PATH, or correct the package of the resource type.");
    }

    private static string ExecutableName(string package) => "pulumi-resource-" + package + (OperatingSystem.IsWindows() ? ".exe" : "");

    private PluginExecutable? FromProject(string package, string? version, List<string> looked)
    {
        foreach (var entry in search.ProjectPlugins.Where(entry =>
            entry.Name == package && (entry.Version is null || version is null || Same(entry.Version, version))))
        {
            var path = System.IO.Path.GetFullPath(entry.Path, search.ProjectDirectory);
            looked.Add(path + " (plugins.providers)");
            if (At(package, path) is { } found)
            {
                return found;
            }

            // The user pointed here: another plugin of that name from somewhere else would be a surprise.
            throw new PluginException(
                "HAI1402",
                "Plugin path holds no plugin",
                $"There is no executable '{ExecutableName(package)}' and no PulumiPlugin.yaml at the path that the project gives.",
                $"{path}; plugins.providers in Pulumi.yaml, name {package}",
                "A path in plugins.providers is the only place where its package is looked for.",
                "Build the plugin, or correct the path; it is relative to Pulumi.yaml.");
        }

        return null;
    }

    private PluginExecutable? FromPath(string package, List<string> looked)
    {
        if (search.SearchPath is null)
        {
            return null;
        }

        looked.Add("PATH");
        return search.SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, ExecutableName(package)))
            .Where(File.Exists)
            .Select(file => new PluginExecutable(package, CommandLine.Of(file), Path.GetDirectoryName(file)!))
            .FirstOrDefault();
    }

    private PluginExecutable? FromCache(string package, string? version, List<string> looked)
    {
        if (search.Cache is null)
        {
            return null;
        }

        looked.Add(search.Cache);
        if (!Directory.Exists(search.Cache))
        {
            return null;
        }

        var prefix = $"resource-{package}-v";
        var installed = Directory.EnumerateDirectories(search.Cache, prefix + "*")
            .Where(folder => !File.Exists(folder + ".partial"))
            .Select(folder => (Folder: folder, Version: PluginVersion.Parse(Path.GetFileName(folder)[prefix.Length..])))
            .Where(candidate => version is null || candidate.Version == PluginVersion.Parse(version))
            .OrderByDescending(candidate => candidate.Version);
        return installed.Select(candidate => At(package, candidate.Folder)).FirstOrDefault(found => found is not null);
    }

    private static bool Same(string a, string b) => PluginVersion.Parse(a) == PluginVersion.Parse(b);

    private static PluginExecutable? At(string package, string path)
    {
        if (File.Exists(path))
        {
            return new PluginExecutable(package, CommandLine.Of(path), Path.GetDirectoryName(path)!);
        }

        var executable = Path.Combine(path, ExecutableName(package));
        if (File.Exists(executable))
        {
            return new PluginExecutable(package, CommandLine.Of(executable), path);
        }

        var description = Path.Combine(path, "PulumiPlugin.yaml");
        return File.Exists(description) ? Described(package, path, description) : null;
    }

    private static PluginExecutable Described(string package, string folder, string description)
    {
        try
        {
            var yaml = new YamlStream();
            using (var reader = new StreamReader(description))
            {
                yaml.Load(reader);
            }

            var root = (YamlMappingNode)yaml.Documents[0].RootNode;
            var runtime = root.Children.TryGetValue("runtime", out var node) ? node : null;
            var name = runtime is YamlMappingNode map && map.Children.TryGetValue("name", out var n) ? n.ToString() : runtime?.ToString();
            var binary = runtime is YamlMappingNode m && m.Children.TryGetValue("options", out var o) && o is YamlMappingNode options
                && options.Children.TryGetValue("binary", out var b) ? b.ToString() : null;
            if (name != "dotnet")
            {
                throw new PluginException(
                    "HAI1403",
                    "Plugin runtime not supported",
                    $"The plugin's runtime is '{name}'; haiac starts executables and 'dotnet' plugins.",
                    description,
                    "Other runtimes need their language host.",
                    $"Ship an executable named {ExecutableName(package)} in that folder.");
            }

            // The relative binary starts from the plugin's own folder, where its author put it.
            var command = binary switch
            {
                null => CommandLine.Of("dotnet", "run", "--project", folder, "--"),
                _ when binary.EndsWith(".dll", StringComparison.Ordinal) => CommandLine.Of("dotnet", Path.GetFullPath(binary, folder)),
                _ => CommandLine.Of(Path.GetFullPath(binary, folder)),
            };
            return new PluginExecutable(package, command, folder);
        }
        catch (Exception e) when (e is YamlException or InvalidCastException or ArgumentOutOfRangeException)
        {
            throw new PluginException(
                "HAI1404",
                "Plugin description unreadable",
                $"The plugin's description is not what was expected: {e.Message}",
                description,
                "It must be a YAML map with 'runtime'.",
                "Correct the file, or ship an executable beside it.");
        }
    }
}
