using Newtonsoft.Json;

namespace HaIac.Engine.Launching;

/// <summary>The environment variables by which a program finds its engine.</summary>
/// <remarks>Source: pulumi-protocol.md 1.2 and launch.md.</remarks>
internal static class ProgramEnvironment
{
    /// <summary>Variables that are added to the caller's own.</summary>
    public static IReadOnlyDictionary<string, string> For(ProgramSettings program, string monitorAddress, string engineAddress) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PULUMI_MONITOR"] = monitorAddress,
            ["PULUMI_ENGINE"] = engineAddress,
            ["PULUMI_PROJECT"] = program.Project,
            ["PULUMI_STACK"] = program.Stack,
            ["PULUMI_ORGANIZATION"] = program.Organization,
            ["PULUMI_DRY_RUN"] = program.IsPreview ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = program.Parallel.ToString(),
            ["PULUMI_PWD"] = program.ProgramDirectory,
            ["PULUMI_ROOT_DIRECTORY"] = program.ProjectDirectory,
            ["PULUMI_CONFIG"] = JsonConvert.SerializeObject(program.Config),
            ["PULUMI_CONFIG_SECRET_KEYS"] = JsonConvert.SerializeObject(program.SecretKeys),
            ["PULUMI_ATTACH_DEBUGGER"] = "false",
        };
}
