using System.Text;
using HaIac.Engine.Events;
using HaIac.Engine.Plugins;

namespace HaIac.Engine.Stepping;

/// <summary>The failure of an object that exists but is not healthy; the state keeps it.</summary>
/// <remarks>Source: pulumi-protocol.md 4.3.</remarks>
internal static class InitFailure
{
    /// <summary>Fails with the provider's reasons if it gave any.</summary>
    public static void ThrowIfAny(ProviderResult result)
    {
        if (result.InitErrors.IsEmpty)
        {
            return;
        }

        throw new StepFailure(Text(result.InitErrors), StepStatus.Unhealthy);
    }

    /// <summary>The reasons as the user reads them.</summary>
    public static string Text(IReadOnlyCollection<string> reasons)
    {
        var text = new StringBuilder(reasons.Count == 1 ? "1 error occurred:\n" : $"{reasons.Count} errors occurred:\n");
        foreach (var reason in reasons)
        {
            text.Append("\t* ").Append(reason).Append('\n');
        }

        return text.Append('\n').ToString();
    }
}
