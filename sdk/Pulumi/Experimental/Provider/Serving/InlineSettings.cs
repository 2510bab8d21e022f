using System.Collections.Immutable;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Experimental.Provider;

/// <summary>The deployment that a component belongs to, as the call tells it.</summary>
internal static class InlineSettings
{
    // What programs see on backends without organizations.
    private const string NoOrganization = "organization";

    public static DeploymentSettings Of(Wire.ConstructRequest r, string engineAddress) => new()
    {
        Project = r.Project,
        Stack = r.Stack,
        Organization = r.Organization.Length > 0 ? r.Organization : NoOrganization,
        IsDryRun = r.DryRun,
        Config = r.Config.ToImmutableDictionary(),
        SecretKeys = [.. r.ConfigSecretKeys],
        MonitorAddress = r.MonitorEndpoint,
        EngineAddress = engineAddress,
    };

    public static DeploymentSettings Of(Wire.CallRequest r, string engineAddress) => new()
    {
        Project = r.Project,
        Stack = r.Stack,
        Organization = r.Organization.Length > 0 ? r.Organization : NoOrganization,
        IsDryRun = r.DryRun,
        Config = r.Config.ToImmutableDictionary(),
        SecretKeys = [.. r.ConfigSecretKeys],
        MonitorAddress = r.MonitorEndpoint,
        EngineAddress = engineAddress,
    };
}
