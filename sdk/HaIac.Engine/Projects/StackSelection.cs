using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaIac.Engine.State;

namespace HaIac.Engine.Projects;

/// <summary>Which stack of a project the user works with; kept per project and backend in the user's home.</summary>
/// <remarks>Source: pulumi-protocol 7.2; shared with the official command line.</remarks>
public sealed class StackSelection
{
    private readonly string _path;
    private readonly string _backend;
    private readonly string _project;

    /// <summary>The selection of a project in a backend.</summary>
    /// <param name="project">The project.</param>
    /// <param name="backend">The backend.</param>
    /// <param name="pulumiHome">Folder <c>.pulumi</c> of the user, or <c>PULUMI_HOME</c>.</param>
    public StackSelection(Project project, BackendUrl backend, string pulumiHome)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(backend);
#pragma warning disable CA5350 // The name of the file is fixed by other programs; nothing is protected by it.
        var hash = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(project.Path)));
#pragma warning restore CA5350
        _path = Path.Combine(pulumiHome, "workspaces", $"{project.Name}-{hash}-workspace.json");
        _backend = backend.Url;
        _project = project.Name;
    }

    /// <summary>The selected stack; null if none is.</summary>
    public StackName? Get()
    {
        var root = Read();
        var text = (string?)root["stacks"]?[_backend] ?? (string?)root["stack"];
        return string.IsNullOrEmpty(text) ? null : StackName.Parse(text, _project);
    }

    /// <summary>Selects a stack.</summary>
    /// <param name="name">The stack; null selects none.</param>
    /// <exception cref="StateException">The file cannot be written.</exception>
    public void Set(StackName? name)
    {
        var root = Read();
        root.Remove("stack");
        if (root["stacks"] is not JsonObject stacks)
            root["stacks"] = stacks = [];
        if (name is null)
            stacks.Remove(_backend);
        else
            stacks[_backend] = name.FullName;
        AtomicFile.Write(_path, Encoding.UTF8.GetBytes(root.ToJsonString()));
    }

    private JsonObject Read()
    {
        try
        {
            return File.Exists(_path) ? JsonNode.Parse(File.ReadAllText(_path)) as JsonObject ?? [] : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // A selection that cannot be read is as good as none; the command then asks for --stack.
            return [];
        }
    }
}
