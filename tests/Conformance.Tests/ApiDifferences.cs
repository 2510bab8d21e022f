namespace Conformance.Tests;

/// <summary>The one list of members of the official listing (of January 2023) that the bundled API does not have in that form.</summary>
internal static class ApiDifferences
{
    private const string JsonOptions = "The present API takes optional JsonSerializerOptions as well; calls compile the same.";

    /// <summary>Line of the listing to reason.</summary>
    public static IReadOnlyDictionary<string, string> Listed { get; } = new Dictionary<string, string>
    {
        ["Pulumi.Config.GetObject<T>(string key) -> T"] = JsonOptions,
        ["Pulumi.Config.GetSecretObject<T>(string key) -> Pulumi.Output<T>"] = JsonOptions,
        ["Pulumi.Config.RequireObject<T>(string key) -> T"] = JsonOptions,
        ["Pulumi.Config.RequireSecretObject<T>(string key) -> Pulumi.Output<T>"] = JsonOptions,
    };
}
