using HaIac.Engine.Plugins;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Stepping;

/// <summary>Outputs of a real update must all be known.</summary>
internal static class UnknownOutputs
{
    /// <summary>Leaves out what the provider left unknown. The object exists, so it is kept, as one that is not healthy.</summary>
    public static ProviderResult LeaveOut(string urn, string package, ProviderResult result)
    {
        var unknown = result.Outputs.Where(pair => WireFacts.HasUnknown(pair.Value)).Select(pair => pair.Key).ToList();
        return unknown.Count == 0 ? result : result with
        {
            Outputs = WireObject.Create(result.Outputs.Where(pair => !unknown.Contains(pair.Key))),
            InitErrors = result.InitErrors.Add(EngineFinding.Text(
                "HAI1414",
                "Outputs unknown after the update",
                $"The provider answered without values for: {string.Join(", ", unknown)}.",
                urn,
                "Unknown values may stand in previews only; the state cannot hold them.",
                $"This is a fault of the plugin '{package}'; the object '{result.Id}' is kept without them and updated the next time.")),
        };
    }
}
