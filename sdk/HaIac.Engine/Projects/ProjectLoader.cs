using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;
using YamlDotNet.RepresentationModel;

namespace HaIac.Engine.Projects;

/// <summary>Finds and reads <c>Pulumi.yaml</c>.</summary>
public static partial class ProjectLoader
{
    private static readonly string[] Names = ["Pulumi.yaml", "Pulumi.yml"];

    /// <summary>The project of a folder: its own file, or the one of the nearest folder above.</summary>
    /// <param name="directory">Folder to begin with.</param>
    /// <exception cref="StateException">There is none, or it cannot be read.</exception>
    public static Project Load(string directory)
    {
        for (var folder = new DirectoryInfo(Path.GetFullPath(directory)); folder is not null; folder = folder.Parent)
        {
            var path = Names.Select(name => Path.Combine(folder.FullName, name)).FirstOrDefault(File.Exists);
            if (path is not null)
                return Read(path);
        }

        throw new StateException(
            "HAI1202", "No project", "There is no Pulumi.yaml in this folder or above it.", Path.GetFullPath(directory), "It names the project, its program and where its state is.", "Change to the folder of the project, or name it with -C.");
    }

    /// <summary>Reads a project file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StateException">It cannot be read, or lacks something.</exception>
    public static Project Read(string path)
    {
        var root = YamlFile.Parse(ReadText(path), path);
        var name = YamlFile.Text(root, "name");
        if (string.IsNullOrEmpty(name))
            throw new StateException("HAI1203", "Project file is incomplete", "The field \"name\" is missing.", path, "State and configuration are kept under the name of the project.", "Add a line such as name: my-project.");
        if (!ProjectName().IsMatch(name))
        {
            throw new StateException(
                "HAI1208",
                "Wrong project name",
                $"\"{name}\" cannot be the name of a project.",
                path,
                "A name has letters, digits, hyphens, underscores and dots only, at most 100: it becomes part of file names and URNs.",
                "Correct the field name.");
        }

        var runtime = YamlFile.Field(root, "runtime");
        var options = (runtime as YamlMappingNode) is { } map ? YamlFile.Field(map, "options") as YamlMappingNode : null;
        var config = YamlFile.Field(root, "config");
        var project = new Project(name, Path.GetFullPath(path))
        {
            Runtime = (runtime as YamlScalarNode)?.Value ?? (runtime is YamlMappingNode named ? YamlFile.Text(named, "name") : null) ?? "",
            RuntimeOptions = options is null
                ? ImmutableSortedDictionary<string, string>.Empty
                : options.Children.ToImmutableSortedDictionary(field => field.Key.ToString(), field => field.Value.ToString(), StringComparer.Ordinal),
            Main = YamlFile.Text(root, "main") ?? "",
            StackConfigDirectory = YamlFile.Text(root, "stackConfigDir") ?? (config as YamlScalarNode)?.Value ?? "",
            BackendUrl = YamlFile.Field(root, "backend") is YamlMappingNode backend ? YamlFile.Text(backend, "url") : null,
            Plugins = Plugins(root, path),
        };
        return config is YamlMappingNode declared ? project with { Config = Declarations(declared, project) } : project;
    }

    private static ImmutableArray<ProjectPlugin> Plugins(YamlMappingNode root, string path)
    {
        if (YamlFile.Field(root, "plugins") is not YamlMappingNode plugins || YamlFile.Field(plugins, "providers") is not YamlSequenceNode list)
            return [];
        return
        [
            .. list.Children.OfType<YamlMappingNode>().Select(plugin => new ProjectPlugin(
                YamlFile.Text(plugin, "name") ?? throw Incomplete("name"),
                YamlFile.Text(plugin, "path") ?? throw Incomplete("path"),
                YamlFile.Text(plugin, "version"))),
        ];

        StateException Incomplete(string field) =>
            new("HAI1203", "Project file is incomplete", $"An entry of plugins.providers has no \"{field}\".", path, null, "Write name: haiac and path: the folder with pulumi-resource-haiac.");
    }

    private static ImmutableSortedDictionary<string, ConfigDeclaration> Declarations(YamlMappingNode config, Project project)
    {
        var declarations = project.Config;
        foreach (var (name, value) in config.Children)
        {
            var key = ConfigKey.Full(((YamlScalarNode)name).Value ?? "", project.Name);
            var own = key.StartsWith(project.Name + ":", StringComparison.Ordinal);
            declarations = declarations.SetItem(key, Declaration(key, value, own, project.Path));
        }

        return declarations;
    }

    private static ConfigDeclaration Declaration(string key, YamlNode value, bool own, string path)
    {
        if (value is not YamlMappingNode map)
            return new(key, ConfigNodes.Read(value));
        var given = YamlFile.Field(map, "value");
        var byDefault = YamlFile.Field(map, "default");
        var type = YamlFile.Text(map, "type");
        var fault = (given, byDefault, own, type) switch
        {
            (not null, not null, _, _) => "it has \"value\" and \"default\" at once",
            (_, not null, false, _) => "a key of another namespace must not have \"default\"",
            (null, _, false, _) => "a key of another namespace needs \"value\"",
            (_, _, false, not null) => "a key of another namespace must not have \"type\"",
            (_, _, _, not (null or "string" or "integer" or "boolean" or "array" or "object")) => $"\"{type}\" is no type; known are string, integer, boolean, array, object",
            (_, _, _, "array") when YamlFile.Field(map, "items") is null => "an array needs \"items\"",
            _ => null,
        };
        if (fault is not null)
            throw new StateException("HAI1204", "Wrong declaration of configuration", $"The declaration of \"{key}\" cannot be used: {fault}.", path, null, "Correct it under \"config\".");
        return new(key, (given ?? byDefault) is { } node ? ConfigNodes.Read(node) : null)
        {
            Type = type,
            IsSecret = YamlFile.Text(map, "secret") == "true",
        };
    }

    [GeneratedRegex(@"\A(?!\.{1,2}\z)[A-Za-z0-9._-]{1,100}\z")]
    private static partial Regex ProjectName();

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StateException("HAI1121", "File cannot be read", "The project file cannot be read.", path, exception.Message, "Check its permissions.", exception);
        }
    }
}
