using System.Security.Cryptography;
using System.Text;

namespace HaIac.Engine.State;

/// <summary>Who wrote the file and when.</summary>
/// <param name="Time">When it was written.</param>
/// <param name="Version">Version text of the writer.</param>
/// <param name="Magic">SHA-256 of the version text in hex; other programs refuse a file in which it does not fit.</param>
public sealed record Manifest(DateTimeOffset Time, string Version, string Magic)
{
    /// <summary>A manifest with a fitting magic.</summary>
    /// <param name="time">When the file is written.</param>
    /// <param name="version">Version text of the writer.</param>
    public static Manifest Create(DateTimeOffset time, string version) => new(time, version, MagicOf(version));

    /// <summary>The magic that belongs to a version text; empty for an empty one.</summary>
    /// <param name="version">Version text.</param>
    public static string MagicOf(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version)));
    }
}
