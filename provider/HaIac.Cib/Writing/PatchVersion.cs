using System.Globalization;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Writing;

/// <summary>The version block of a patch.</summary>
/// <param name="Source">The version it was made for.</param>
/// <param name="Target">The version it leads to.</param>
internal sealed record PatchVersion(CibVersion Source, CibVersion Target)
{
    /// <summary>The block of a patch; null when it has none.</summary>
    /// <param name="patch">The patch.</param>
    /// <param name="now">The version of the document: a number that the patch does not name is taken from there, as Pacemaker does.</param>
    public static PatchVersion? Of(CibElement patch, CibVersion now) =>
        patch.Find("version") is { } block
            ? new(Read(block.Find("source"), now), Read(block.Find("target"), now with { NumUpdates = now.NumUpdates + 1 }))
            : null;

    private static CibVersion Read(CibElement? numbers, CibVersion missing) => new(
        Number(numbers?["admin_epoch"]) ?? missing.AdminEpoch,
        Number(numbers?["epoch"]) ?? missing.Epoch,
        Number(numbers?["num_updates"]) ?? missing.NumUpdates);

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
