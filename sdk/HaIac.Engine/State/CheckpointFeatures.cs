using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.State;

/// <summary>Which features force version 4 of the state file.</summary>
/// <remarks>Source: pulumi-protocol 7.3, paragraph on version 4.</remarks>
internal static class CheckpointFeatures
{
    /// <summary>Features that this version keeps intact; a file with any other is refused.</summary>
    public static readonly ImmutableSortedSet<string> Known = ImmutableSortedSet.Create(
        StringComparer.Ordinal,
        "refreshBeforeUpdate",
        "views",
        "hooks",
        "taint",
        "replaceWith",
        "snippets-prototype",
        "extensionParameterization",
        "byteString");

    private static ReadOnlySpan<byte> ByteString => "803fd3297a5875dc03ca845dda5d2a98"u8;

    static CheckpointFeatures() => System.Diagnostics.Debug.Assert(WireSignatures.ByteString == "803fd3297a5875dc03ca845dda5d2a98", "same mark");

    /// <summary>Features of one resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="json">Its JSON.</param>
    public static ImmutableArray<string> Of(StateResource resource, ReadOnlySpan<byte> json)
    {
        var features = ImmutableArray.CreateBuilder<string>();
        if (resource.RefreshBeforeUpdate)
            features.Add("refreshBeforeUpdate");
        if (resource.ViewOf.Length > 0)
            features.Add("views");
        if (resource.ResourceHooks is { IsEmpty: false })
            features.Add("hooks");
        if (resource.Taint)
            features.Add("taint");
        if (!resource.ReplaceWith.IsDefaultOrEmpty)
            features.Add("replaceWith");
        if (resource.UnknownFields.ContainsKey("snippetID"))
            features.Add("snippets-prototype");
        if (resource.UnknownFields.ContainsKey("extensionRef"))
            features.Add("extensionParameterization");
        if (json.IndexOf(ByteString) >= 0)
            features.Add("byteString");
        return features.ToImmutable();
    }

    /// <summary>Features of a deployment besides those of its resources.</summary>
    /// <param name="deployment">The deployment.</param>
    public static IEnumerable<string> Of(Deployment deployment)
    {
        if (deployment.UnknownFields.ContainsKey("snippets"))
            yield return "snippets-prototype";
        if (deployment.UnknownFields.ContainsKey("extensions"))
            yield return "extensionParameterization";
    }
}
