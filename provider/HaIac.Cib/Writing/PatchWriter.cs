using System.Globalization;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Writing;

/// <summary>Writes the difference of two documents as a patch in diff format 2, as <c>cibadmin --patch</c> takes it.</summary>
/// <remarks>
/// <para>Deletions and modifications come first, then creations and moves by rising position: the order in which Pacemaker applies them.</para>
/// <para>Modifying an element sets all its attributes; without a version a patch therefore undoes what somebody did to the same element meanwhile.</para>
/// <para>
/// The version a patch is pinned to leaves <c>num_updates</c> out: Pacemaker takes a number that is not named from the CIB it has. So status
/// traffic does not make the patch late, and any change of the configuration does.
/// </para>
/// <para>Source: measured with cibadmin 2.1.5 and 3.0.0, see README.md of this folder.</para>
/// </remarks>
public static class PatchWriter
{
    /// <summary>The patch that makes the one document the other; empty when they are equal. Version and writer of the documents do not count.</summary>
    /// <param name="before">The document as it was read from the cluster.</param>
    /// <param name="after">The document as it should be.</param>
    /// <param name="pinned">
    /// Whether the patch may be applied to the configuration of <paramref name="before"/> only (same admin_epoch and epoch; the status may
    /// have moved); otherwise Pacemaker answers 103 (old data) and changes nothing. Not pinned, it applies to whatever is there.
    /// </param>
    /// <exception cref="Findings.CibException">HAI3145: they differ where no patch can name it; no document that a schema accepts does.</exception>
    public static string Write(CibDocument before, CibDocument after, bool pinned)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = TreeDiff.Between(before.Root, after.Root);
        if (changes.Count == 0)
        {
            return "";
        }

        IEnumerable<CibNode> version = pinned
            ? [new CibElement("version", [], Numbers("source", before.Version, []), Numbers("target", before.Version.NextConfiguration, [("num_updates", "0")]))]
            : [];
        return TreeWriter.Write([new CibElement("diff", [("format", "2")], version.Concat(changes.Select(change => change.ToElement())))]);
    }

    private static CibElement Numbers(string name, CibVersion version, IEnumerable<(string, string)> rest) => new(
        name,
        [
            ("admin_epoch", version.AdminEpoch.ToString(CultureInfo.InvariantCulture)),
            ("epoch", version.Epoch.ToString(CultureInfo.InvariantCulture)),
            .. rest,
        ]);
}
