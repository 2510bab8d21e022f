using HaIac.Engine.Events;
using HaIac.Engine.Plugins;

namespace HaIac.Engine.Stepping;

/// <summary>Outputs of a real update must all be known.</summary>
internal static class UnknownOutputs
{
    /// <summary>Fails if the provider left something unknown.</summary>
    public static void Refuse(string urn, string package, ProviderResult result)
    {
        var unknown = result.Outputs.Where(pair => WireFacts.HasUnknown(pair.Value)).Select(pair => pair.Key).ToList();
        if (unknown.Count > 0)
        {
            throw new StepFailure(
                EngineFinding.Text(
                    "HAI1414",
                    "Outputs unknown after the update",
                    $"The provider answered without values for: {string.Join(", ", unknown)}.",
                    urn,
                    "Unknown values may stand in previews only; the state cannot hold them.",
                    $"This is a fault of the plugin '{package}'; the object '{result.Id}' may exist."),
                StepStatus.Unknown);
        }
    }
}
