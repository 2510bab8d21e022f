namespace Pulumi;

/// <summary>Switches that users set in the environment.</summary>
internal static class EnvironmentFlag
{
    public static bool IsSet(string name)
        => Environment.GetEnvironmentVariable(name) is { } text
            && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));
}
