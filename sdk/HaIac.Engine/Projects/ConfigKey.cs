using HaIac.Engine.State;

namespace HaIac.Engine.Projects;

/// <summary>Keys of the configuration: <c>namespace:name</c>.</summary>
public static class ConfigKey
{
    /// <summary>The full key; one without namespace belongs to the project.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="project">Name of the project.</param>
    /// <exception cref="StateException">The text is empty or has more than one colon.</exception>
    public static string Full(string text, string project)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':');
        if (parts.Length == 3 && parts[1] == "config")
            parts = [parts[0], parts[2]];
        return parts switch
        {
            [{ Length: > 0 } name] => $"{project}:{name}",
            [{ Length: > 0 } space, { Length: > 0 } name] => $"{space}:{name}",
            _ => throw new StateException(
                "HAI1230", "Not a configuration key", $"\"{text}\" cannot be a configuration key.", null, "A key is NAME or NAMESPACE:NAME.", $"Write for instance {project}:size."),
        };
    }

    /// <summary>The key as it is shown: without the namespace if that is the project.</summary>
    /// <param name="key">Full key.</param>
    /// <param name="project">Name of the project.</param>
    public static string Short(string key, string project)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.StartsWith(project + ":", StringComparison.Ordinal) ? key[(project.Length + 1)..] : key;
    }
}
