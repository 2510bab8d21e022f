using System.Globalization;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Writing;

/// <summary>The version block of a patch.</summary>
/// <param name="Source">The version it was made for.</param>
/// <param name="Target">The version it leads to.</param>
internal sealed record PatchVersion(CibVersion Source, CibVersion Target)
{
    /// <summary>The block of a patch; null when it has none.</summary>
    public static PatchVersion? Of(CibElement patch) =>
        patch.Find("version") is { } block && block.Find("source") is { } source && block.Find("target") is { } target ? new(Read(source), Read(target)) : null;

    private static CibVersion Read(CibElement numbers) => new(Number(numbers, "admin_epoch"), Number(numbers, "epoch"), Number(numbers, "num_updates"));

    private static int Number(CibElement numbers, string name) =>
        int.TryParse(numbers[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
