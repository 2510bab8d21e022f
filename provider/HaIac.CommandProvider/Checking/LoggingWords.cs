namespace HaIac.CommandProvider.Checking;

/// <summary>The values of <c>logging</c>.</summary>
internal static class LoggingWords
{
    /// <summary>What is shown of standard output, standard error, both or none.</summary>
    public static IReadOnlyList<(string Value, string Description)> All { get; } =
    [
        ("stdout", "Standard output only"),
        ("stderr", "Standard error only"),
        ("stdoutAndStderr", "Standard output and standard error"),
        ("none", "Nothing"),
    ];

    /// <summary>Whether standard output is shown; both are if nothing is set.</summary>
    public static bool ShowsOutput(string? value) => value is null or "stdout" or "stdoutAndStderr";

    /// <summary>Whether standard error is shown.</summary>
    public static bool ShowsErrors(string? value) => value is null or "stderr" or "stdoutAndStderr";
}
