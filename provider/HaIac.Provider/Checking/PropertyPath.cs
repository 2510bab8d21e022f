using System.Globalization;

namespace HaIac.Provider.Checking;

/// <summary>Paths of properties as the engine writes them: <c>operations[0].interval</c>, <c>meta["target-role"]</c>.</summary>
internal static class PropertyPath
{
    /// <summary>The path of a property of the object at a path.</summary>
    public static string Key(string path, string key)
    {
        var plain = key.Length > 0 && !char.IsAsciiDigit(key[0]) && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        if (!plain)
        {
            return $"{path}[\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
        }

        return path.Length == 0 ? key : $"{path}.{key}";
    }

    /// <summary>The path of an item of the list at a path.</summary>
    public static string Index(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
