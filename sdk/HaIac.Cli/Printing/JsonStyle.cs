using System.Text.Encodings.Web;
using System.Text.Json;

namespace HaIac.Cli.Printing;

/// <summary>How JSON is printed.</summary>
internal static class JsonStyle
{
    /// <summary>With line breaks, two blanks a level, nothing escaped that need not be.</summary>
    public static JsonSerializerOptions Indented { get; } = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 2000,
    };
}
