using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HaIac.Cib.Values;

namespace HaIac.Transport.Virtual;

/// <summary>
/// The folder of one node of a virtual cluster: <c>units.json</c>, <c>not-installed</c>, <c>files.json</c> and <c>files/</c>. Each file is replaced as a
/// whole; writers hold the cluster's lock.
/// </summary>
/// <param name="store">The cluster's directory.</param>
/// <param name="node">The node.</param>
internal sealed class NodeFolder(ClusterStore store, NodeName node)
{
    // The content may be secret, and the user of a virtual cluster is its only reader.
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // A name of a node may hold any character that is no white space.
    private readonly string folder = Path.Combine(store.Nodes, Uri.EscapeDataString(node.Value.ToLowerInvariant()) is var name && name.Trim('.').Length == 0 ? "%" + name : name);

    /// <summary>Reads power and units.</summary>
    public VirtualMachine Machine() => Read("units.json", VirtualJson.Default.VirtualMachine) ?? new VirtualMachine();

    /// <summary>Writes power and units.</summary>
    public void Write(VirtualMachine machine) => Write("units.json", machine, VirtualJson.Default.VirtualMachine);

    /// <summary>The units that the node does not have, as the user lists them, one a line. A node on paper has every other.</summary>
    public IReadOnlySet<string> NotInstalled()
    {
        var file = Path.Combine(folder, "not-installed");
        return Guarded(file, () => File.Exists(file)
            ? File.ReadAllLines(file).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0).Select(Nodes.UnitNames.Plain).ToHashSet(StringComparer.Ordinal)
            : []);
    }

    /// <summary>Content, mode and owner of a file; null if there is none.</summary>
    /// <param name="path">Its path on the node.</param>
    public (byte[] Content, VirtualFile File)? FileAt(string path)
    {
        var file = Place(path);
        return Guarded<(byte[], VirtualFile)?>(file, () => File.Exists(file)
            ? (File.ReadAllBytes(file), Files().GetValueOrDefault(path) ?? new VirtualFile("0644", "root:root"))
            : null);
    }

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its path on the node.</param>
    /// <param name="content">Its content.</param>
    /// <param name="file">Mode and owner.</param>
    public void Put(string path, byte[] content, VirtualFile file)
    {
        var place = Place(path);
        Guarded(place, () =>
        {
            Replace(place, content);
            return true;
        });
        Write("files.json", new SortedDictionary<string, VirtualFile>(Files(), StringComparer.Ordinal) { [path] = file }, VirtualJson.Default.Files);
    }

    /// <summary>Removes a file.</summary>
    /// <param name="path">Its path on the node.</param>
    public void Remove(string path)
    {
        var place = Place(path);
        Guarded(place, () =>
        {
            File.Delete(place);
            return true;
        });
        var files = Files();
        files.Remove(path);
        Write("files.json", files, VirtualJson.Default.Files);
    }

    private SortedDictionary<string, VirtualFile> Files() => Read("files.json", VirtualJson.Default.Files) ?? new(StringComparer.Ordinal);

    private string Place(string path) => Path.Combine(folder, "files", path.TrimStart('/'));

    private T? Read<T>(string name, JsonTypeInfo<T> type)
        where T : class
    {
        var file = Path.Combine(folder, name);
        return Guarded(file, () => File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllText(file), type) : null);
    }

    private void Write<T>(string name, T value, JsonTypeInfo<T> type)
    {
        var file = Path.Combine(folder, name);
        Guarded(file, () =>
        {
            Replace(file, JsonSerializer.SerializeToUtf8Bytes(value, type));
            return true;
        });
    }

    private static void Replace(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var next = $"{file}.{Environment.ProcessId}.next";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Private;
        }

        using (var stream = new FileStream(next, options))
        {
            stream.Write(content);
        }

        File.Move(next, file, overwrite: true);
    }

    private T Guarded<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (JsonException fault)
        {
            throw store.Unusable(
                $"{file} is not understood.", fault.Message, "Correct it as the README of virtual clusters describes it, or remove it: then every unit there is disabled and stopped.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw store.Unusable($"{file} cannot be read or written.", fault.Message, "Give this user the right to, and free space on that disk.", fault);
        }
    }
}
