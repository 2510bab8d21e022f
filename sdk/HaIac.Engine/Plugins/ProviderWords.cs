using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace HaIac.Engine.Plugins;

/// <summary>What a provider said when it failed, as the user reads it: its text, and the findings that it sent beside it.</summary>
/// <remarks>Source: pulumi-protocol.md 4.3.</remarks>
internal static class ProviderWords
{
    /// <summary>Text of a failed call.</summary>
    /// <param name="failed">The failure.</param>
    /// <param name="package">Package of the plugin.</param>
    /// <param name="doing">What the plugin did meanwhile: "creating".</param>
    public static string Of(GrpcException failed, string package, string doing)
    {
        var text = failed.Detail.Length > 0
            ? failed.Detail
            : $"the plugin of package '{package}' failed while it was {doing} and gave no reason ({failed.StatusCode})";
        return string.Join('\n', Findings(failed).Where(finding => !text.Contains(finding, StringComparison.Ordinal)).Prepend(text));
    }

    private static IEnumerable<string> Findings(GrpcException failed)
    {
        if (failed.TryGetDetail<InputPropertiesError>(out var refused))
        {
            return refused.Errors.Select(error => $"{error.PropertyPath}: {error.Reason}");
        }

        if (failed.TryGetDetail<ErrorResourceInitFailed>(out var unhealthy))
        {
            return unhealthy.Reasons;
        }

        return failed.TryGetDetail<ConfigureErrorMissingKeys>(out var missing)
            ? missing.MissingKeys.Select(key => key.Description.Length > 0 ? $"{key.Name}: {key.Description}" : key.Name)
            : [];
    }
}
