using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Reading;

namespace HaIac.Cib.Writing;

/// <summary>Applies a patch in diff format 2 to a document, as <c>cibadmin --patch</c> does, without Pacemaker's tools.</summary>
/// <remarks>
/// <para>A patch is applied whole or not at all. Deletions and modifications apply in their order, then creations and moves by rising position.</para>
/// <para>
/// As Pacemaker does: deleting what is not there is no fault; a modification sets all attributes of its element; the schema is not looked at here, so
/// <c>crm_verify</c> has the last word.
/// </para>
/// <para>Source: measured with cibadmin 2.1.5, see README.md of this folder.</para>
/// </remarks>
public static class CibPatcher
{
    /// <summary>The document with the patch applied; its version counts on as the CIB manager's would.</summary>
    /// <param name="document">The document as it is.</param>
    /// <param name="patchXml">The patch, a <c>diff</c> element with <c>format="2"</c>.</param>
    /// <param name="ignoreVersion">Applies the patch whatever version it was made for.</param>
    /// <exception cref="CibException">
    /// HAI3001 to HAI3003 the text cannot be read, HAI3140 it is no patch in format 2, HAI3141 it was made for another version, HAI3142 it names something that is not there,
    /// HAI3143 it holds a change that Pacemaker does not know, HAI3144 it would use an id twice.
    /// </exception>
    public static CibDocument Apply(CibDocument document, string patchXml, bool ignoreVersion = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(patchXml);
        var patch = TreeReader.Read(patchXml, CibReadLimits.Default).OfType<CibElement>().Single();
        if (patch.Name != "diff" || patch["format"] != "2")
        {
            throw PatchFindings.NotFormat2(patch);
        }

        var version = PatchVersion.Of(patch, document.Version);
        if (!ignoreVersion && version is { } made && (made.Source != document.Version || made.Target.CompareTo(made.Source) <= 0))
        {
            throw PatchFindings.OtherVersion(made, document.Version);
        }

        var tree = new PatchTree(document.Root);
        foreach (var change in patch.Elements.Where(child => child.Name == "change" && child["operation"] is not null))
        {
            tree.Apply(change);
        }

        var root = tree.ToElement();
        if (ReferenceEquals(root, document.Root))
        {
            return document;
        }

        var next = ignoreVersion || version is null ? document.Version.NextConfiguration : version.Target;
        var patched = document.WithRoot(next.Stamp(root));
        RefuseNewDuplicates(document, patched);
        return patched;
    }

    private static void RefuseNewDuplicates(CibDocument before, CibDocument after)
    {
        if (after.Index.Duplicates.Count > before.Index.Duplicates.Count)
        {
            var known = before.Index.Duplicates.Select(twice => twice.Second.Id).ToHashSet(StringComparer.Ordinal);
            var (first, second) = after.Index.Duplicates.FirstOrDefault(twice => !known.Contains(twice.Second.Id), after.Index.Duplicates[^1]);
            throw PatchFindings.IdTwice(first, second);
        }
    }
}
