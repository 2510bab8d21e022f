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

        var text = new StringBuilder(result.InitErrors.Length == 1 ? "1 error occurred:\n" : $"{result.InitErrors.Length} errors occurred:\n");
        foreach (var reason in result.InitErrors)
        {
            text.Append("\t* ").Append(reason).Append('\n');
        }

        throw new StepFailure(text.Append('\n').ToString(), StepStatus.Unhealthy);
    }
}
