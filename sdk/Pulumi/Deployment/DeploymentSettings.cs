using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>What a program is told about its deployment when it starts.</summary>
internal sealed record DeploymentSettings
{
    public required string Project { get; init; }

    public required string Stack { get; init; }

    public string Organization { get; init; } = "organization";

    public string? RootDirectory { get; init; }

    public bool IsDryRun { get; init; }

    public ImmutableDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableHashSet<string> SecretKeys { get; init; } = [];

    /// <summary>Address of the engine's resource monitor; empty in tests.</summary>
    public string MonitorAddress { get; init; } = "";

    public string EngineAddress { get; init; } = "";

    /// <summary>Reads what the engine has put into the environment.</summary>
    /// <exception cref="InvalidOperationException">The program was not started by an engine.</exception>
    public static DeploymentSettings FromEnvironment()
    {
        var monitor = Read("PULUMI_MONITOR");
        var engine = Read("PULUMI_ENGINE");
        var project = Read("PULUMI_PROJECT");
        var stack = Read("PULUMI_STACK");
        if (monitor is null || engine is null || project is null || stack is null
            || !bool.TryParse(Read("PULUMI_DRY_RUN"), out var dryRun)
            || !bool.TryParse(Read("PULUMI_QUERY_MODE"), out _)
            || !int.TryParse(Read("PULUMI_PARALLEL"), out _))
        {
            throw new InvalidOperationException(
                "The program was started without an engine, so it cannot deploy anything: run `pulumi up` or `haiac up` in its folder instead.");
        }

        return new DeploymentSettings
        {
            Project = project,
            Stack = stack,
            Organization = Read("PULUMI_ORGANIZATION") ?? "organization",
            RootDirectory = Read("PULUMI_ROOT_DIRECTORY"),
            IsDryRun = dryRun,
            Config = ConfigFromEnvironment(),
            SecretKeys = SecretKeysFromEnvironment(),
            MonitorAddress = monitor,
            EngineAddress = engine,
        };
    }

    public static ImmutableDictionary<string, string> ConfigFromEnvironment() => ParseConfig(Read("PULUMI_CONFIG"));

    public static ImmutableHashSet<string> SecretKeysFromEnvironment() => ParseKeys(Read("PULUMI_CONFIG_SECRET_KEYS"));

    private static string? Read(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;

    private static ImmutableDictionary<string, string> ParseConfig(string? json)
        => json is null
            ? ImmutableDictionary<string, string>.Empty
            : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!.ToImmutableDictionary(e => ShortKey(e.Key), e => e.Value);

    private static ImmutableHashSet<string> ParseKeys(string? json)
        => json is null ? [] : JsonSerializer.Deserialize<string[]>(json)!.Select(ShortKey).ToImmutableHashSet();

    /// <summary>Keys of the old form <c>namespace:config:name</c> mean <c>namespace:name</c>.</summary>
    private static string ShortKey(string key)
    {
        const string Middle = ":config:";
        var at = key.IndexOf(Middle, StringComparison.Ordinal);
        return at > 0 ? key[..at] + ":" + key[(at + Middle.Length)..] : key;
    }
}
