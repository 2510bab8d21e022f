using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Security.Cryptography;
using HaIac.CommandProvider.Findings;
using Pulumi;
using Pulumi.Experimental;

namespace HaIac.CommandProvider.Running;

/// <summary>The files that patterns name after a run.</summary>
/// <param name="folder">The folder of the run.</param>
/// <param name="subject">The resource or function, for messages.</param>
internal sealed class FoundFiles(string folder, string subject)
{
    /// <summary>The files by path, each with its hash.</summary>
    public PropertyValue Assets(IReadOnlyList<string> patterns, string property) => new(
        Find(patterns, property).ToImmutableDictionary(pair => pair.Key, pair => new PropertyValue(pair.Value), StringComparer.Ordinal));

    /// <summary>The files as one archive.</summary>
    public PropertyValue Archive(IReadOnlyList<string> patterns, string property) => new(
        (Archive)new AssetArchive(Find(patterns, property).ToDictionary(pair => pair.Key, AssetOrArchive (pair) => pair.Value, StringComparer.Ordinal)));

    private SortedDictionary<string, Asset> Find(IReadOnlyList<string> patterns, string property)
    {
        var where = $"{subject}, property {property}";
        var globs = patterns.Select(text => GlobPattern.TryParse(text, out var glob) ? glob : throw new FindingException(GlobPattern.Fault(text, where))).ToList();
        var found = new SortedDictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var path in globs.Count == 0 ? [] : Walk())
        {
            // Patterns count in their order, so the last one that fits decides.
            if (globs.FindLast(glob => glob.IsMatch(path)) is { Excludes: false })
            {
                found[path] = Hashed(Path.Combine(folder, path), where);
            }
        }

        return found;
    }

    // Links to folders are not followed: they may lead in a circle.
    private IEnumerable<string> Walk() => new FileSystemEnumerable<string>(
        folder,
        (ref FileSystemEntry entry) => Path.GetRelativePath(folder, entry.ToFullPath()),
        new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
    };

    private static Asset Hashed(string path, string where)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return FileSource.HashedFile(path, Convert.ToHexStringLower(SHA256.HashData(stream)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FindingException(new(
                FindingCode.UnreadableFile, $"File {path} cannot be read.", where, fault.Message, "Let the command make it readable, or leave it out with a pattern that begins with \"!\"."));
        }
    }
}
