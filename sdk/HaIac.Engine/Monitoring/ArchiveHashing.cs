using System.Security.Cryptography;
using System.Text;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Monitoring;

/// <summary>Hashes archives: packed files by their bytes, folders and named members as a tar stream without times and owners.</summary>
/// <param name="programDirectory">Where relative paths start.</param>
/// <remarks>Source: pulumi-protocol.md 5; state and diffs carry the hash, so every byte counts.</remarks>
internal sealed class ArchiveHashing(string programDirectory)
{
    private const int Block = 512;
    private static readonly string[] Packed = [".tar", ".tgz", ".tar.gz", ".zip", ".jar"];

    /// <summary>The hash; null if the content is elsewhere.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public string? Hash(WireArchive archive)
    {
        if (archive.Kind == WireAssetKind.Path && Packed.Any(ending => archive.Content.EndsWith(ending, StringComparison.Ordinal)))
        {
            using var stream = File.OpenRead(Full(archive.Content));
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }

        if (archive.Kind is not (WireAssetKind.Path or WireAssetKind.Assets))
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, content) in Members(archive, "").Where(member => seen.Add(member.Name)))
        {
            hash.AppendData(Header(name, content.Length));
            hash.AppendData(content);
            hash.AppendData(new byte[(Block - content.Length % Block) % Block]);
        }

        hash.AppendData(new byte[2 * Block]);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private IEnumerable<(string Name, byte[] Content)> Members(WireArchive archive, string prefix) =>
        archive.Kind == WireAssetKind.Path ? Files(Full(archive.Content), prefix) : Named(archive.Assets ?? WireObject.Empty, prefix);

    private IEnumerable<(string Name, byte[] Content)> Named(WireObject assets, string prefix) => assets.SelectMany(pair => pair.Value switch
    {
        WireArchive inner => Members(inner, prefix + pair.Key + "/"),
        WireAsset { Kind: WireAssetKind.Text } text => [(prefix + pair.Key, Encoding.UTF8.GetBytes(text.Content))],
        WireAsset { Kind: WireAssetKind.Path } file => [(prefix + pair.Key, File.ReadAllBytes(Full(file.Content)))],
        _ => Enumerable.Empty<(string, byte[])>(),
    });

    private static IEnumerable<(string Name, byte[] Content)> Files(string folder, string prefix)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).OrderBy(Path.GetFileName, StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var isFolder = Directory.Exists(path);
            if (name == ".pulumi" || (isFolder && new DirectoryInfo(path).LinkTarget is not null))
            {
                continue;
            }

            if (!isFolder)
            {
                yield return (prefix + name, File.ReadAllBytes(path));
                continue;
            }

            foreach (var member in Files(path, prefix + name + "/"))
            {
                yield return member;
            }
        }
    }

    private static byte[] Header(string name, int size)
    {
        var header = new byte[Block];
        void Put(int at, string text) => Encoding.UTF8.GetBytes(text).CopyTo(header, at);
        var bytes = Encoding.UTF8.GetByteCount(name);
        if (bytes > 100)
        {
            // Long names are split at a slash into a prefix and a rest.
            var cut = name.LastIndexOf('/', Math.Min(name.Length - 1, 155));
            Put(345, name[..cut]);
            Put(0, name[(cut + 1)..]);
        }
        else
        {
            Put(0, name);
        }

        Put(100, "0000600");
        Put(108, "0000000");
        Put(116, "0000000");
        Put(124, Convert.ToString(size, 8).PadLeft(11, '0'));
        Put(136, "00000000000");
        Put(148, "        ");
        Put(156, "0");
        Put(257, "ustar\u000000");
        Put(329, "0000000");
        Put(337, "0000000");
        Put(148, Convert.ToString(header.Sum(value => value), 8).PadLeft(6, '0') + "\0 ");
        return header;
    }

    private string Full(string path) => Path.GetFullPath(path, programDirectory);
}
