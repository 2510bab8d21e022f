using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace HaIac.Engine.State;

/// <summary>The folder with the states of all stacks, in the layout that the official command line uses.</summary>
/// <remarks>Source: pulumi-protocol 7.2.</remarks>
public sealed class FileBackend
{
    private readonly string _root;

    /// <summary>A backend; nothing is read or written yet.</summary>
    /// <param name="url">Where it is.</param>
    public FileBackend(BackendUrl url)
    {
        ArgumentNullException.ThrowIfNull(url);
        Url = url;
        _root = Path.Combine(url.Directory, ".pulumi");
    }

    /// <summary>Where it is.</summary>
    public BackendUrl Url { get; }

    /// <summary>The state file of a stack.</summary>
    /// <param name="name">The stack.</param>
    public string StatePath(StackName name) => Path.Combine(_root, "stacks", Named(name).Project, name.Stack + ".json");

    /// <summary>The folder with the history of a stack.</summary>
    /// <param name="name">The stack.</param>
    public string HistoryDirectory(StackName name) => Path.Combine(_root, "history", Named(name).Project, name.Stack);

    /// <summary>The folder with older states of a stack.</summary>
    /// <param name="name">The stack.</param>
    public string BackupDirectory(StackName name) => Path.Combine(_root, "backups", Named(name).Project, name.Stack);

    /// <summary>The folder with the locks of a stack.</summary>
    /// <param name="name">The stack.</param>
    public string LockDirectory(StackName name) =>
        Path.Combine(_root, "locks", StackName.Organization, Named(name).Project, name.Stack);

    /// <summary>True if the stack has a state file.</summary>
    /// <param name="name">The stack.</param>
    public bool Exists(StackName name) => File.Exists(StatePath(name)) || File.Exists(StatePath(name) + ".gz");

    /// <summary>All stacks, by project and name.</summary>
    /// <param name="project">Only those of this project; null for all.</param>
    public ImmutableArray<StackName> List(string? project = null)
    {
        RefuseLegacy();
        var folder = Path.Combine(_root, "stacks");
        if (!Directory.Exists(folder))
            return [];
        return
        [
            .. Directory.EnumerateDirectories(folder)
                .Select(path => Path.GetFileName(path))
                .Where(name => project is null || name == project)
                .SelectMany(StacksOf)
                .OrderBy(name => name.Project, StringComparer.Ordinal)
                .ThenBy(name => name.Stack, StringComparer.Ordinal),
        ];
    }

    /// <summary>Content of a state file.</summary>
    /// <param name="name">The stack.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="StateException">There is no such stack, or the file cannot be read.</exception>
    public async Task<byte[]> ReadAsync(StackName name, CancellationToken ct = default)
    {
        RefuseLegacy();
        var path = StatePath(name);
        var packed = path + ".gz";
        try
        {
            // Both exist after a change of the compression setting; the newer one counts.
            if (File.Exists(packed) && (!File.Exists(path) || File.GetLastWriteTimeUtc(packed) > File.GetLastWriteTimeUtc(path)))
            {
                using var file = File.OpenRead(packed);
                using var unpacked = new GZipStream(file, CompressionMode.Decompress);
                using var content = new MemoryStream();
                await unpacked.CopyToAsync(content, ct).ConfigureAwait(false);
                return content.ToArray();
            }

            return await File.ReadAllBytesAsync(path, ct).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw NotFound(name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new StateException("HAI1121", "File cannot be read", $"The state of stack \"{name}\" cannot be read.", path, exception.Message, "Check the file and its permissions.", exception);
        }
    }

    /// <summary>Writes a state file; the version before stays beside it as <c>.bak</c>.</summary>
    /// <param name="name">The stack.</param>
    /// <param name="content">New content.</param>
    /// <exception cref="StateException">The file cannot be written; the old one is intact.</exception>
    public void Write(StackName name, ReadOnlySpan<byte> content)
    {
        RefuseLegacy();
        var meta = Path.Combine(_root, "meta.yaml");
        if (!File.Exists(meta))
            AtomicFile.Write(meta, Encoding.UTF8.GetBytes("version: 1\n"));
        var path = StatePath(name);
        AtomicFile.Write(path, content, path + ".bak");
    }

    /// <summary>Forgets a stack: its state becomes the <c>.bak</c> file, its history and tags go, backups stay.</summary>
    /// <param name="name">The stack.</param>
    /// <exception cref="StateException">There is no such stack, or a file cannot be removed.</exception>
    public void Remove(StackName name)
    {
        if (!Exists(name))
            throw NotFound(name);
        var path = StatePath(name);
        try
        {
            if (File.Exists(path))
                File.Move(path, path + ".bak", overwrite: true);
            File.Delete(path + ".gz");
            File.Delete(Path.ChangeExtension(path, ".pulumi-tags"));
            File.Delete(path + ".attrs");
            if (Directory.Exists(HistoryDirectory(name)))
                Directory.Delete(HistoryDirectory(name), recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StateException("HAI1122", "Stack cannot be removed", $"Files of stack \"{name}\" are still there.", path, exception.Message, "Check the permissions of the folder, then run the command again.", exception);
        }
    }

    /// <summary>The fault "no such stack", with the exit code the official command line has for it.</summary>
    /// <param name="name">The stack.</param>
    public StateException NotFound(StackName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var known = List(name.Project);
        return new(
            "HAI1132",
            "No such stack",
            $"There is no stack \"{name}\" of project \"{name.Project}\".",
            Url.Directory,
            known.IsEmpty ? "The project has no stacks here." : $"Its stacks here are {string.Join(", ", known)}.",
            $"Create it: haiac stack init {name}")
        {
            ExitCode = 6,
        };
    }

    private static StackName Named(StackName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name;
    }

    private IEnumerable<StackName> StacksOf(string project) =>
        Directory.EnumerateFiles(Path.Combine(_root, "stacks", project))
            .Select(path => Path.GetFileName(path))
            .Select(file => file.EndsWith(".json", StringComparison.Ordinal) ? file[..^5] : file.EndsWith(".json.gz", StringComparison.Ordinal) ? file[..^8] : "")
            .Where(stack => stack.Length > 0 && stack[0] != '.')
            .Distinct(StringComparer.Ordinal)
            .Select(stack => new StackName(project, stack));

    private void RefuseLegacy()
    {
        var folder = Path.Combine(_root, "stacks");
        if (File.Exists(Path.Combine(_root, "meta.yaml"))
            || !Directory.Exists(folder)
            || !Directory.EnumerateFiles(folder, "*.json").Any())
        {
            return;
        }

        throw new StateException(
            "HAI1133",
            "States in an old layout",
            "The folder keeps stacks without their project.",
            folder,
            "A very old command line wrote it.",
            "Convert it once with the official command line: pulumi state upgrade.");
    }
}
