using System.Xml.Linq;
using HaIac.Labs;

namespace Benchmarks.Competitors;

/// <summary>The least that is possible: one patch, made beforehand, handed to the CIB manager on a node.</summary>
/// <param name="Before">CIB of the empty cluster.</param>
/// <param name="After">CIB with the content.</param>
internal sealed record RawPatch(string Before, string After) : Competitor("one raw cibadmin --patch", "cibadmin --patch --xml-file /tmp/raw.patch")
{
    public override async Task PrepareAsync(LabNode node)
    {
        await node.WriteFileAsync("/tmp/before.xml", Before);
        await node.WriteFileAsync("/tmp/after.xml", ContentAlone());
        // Pacemaker's own tool makes the patch, so that none of the product's code is on this side. It ends with 1 when there are differences.
        await node.ReadAsync("crm_diff --original /tmp/before.xml --new /tmp/after.xml --no-version > /tmp/raw.patch; test $? = 1");
    }

    // The content only: status and options are the cluster's own and have moved on.
    private string ContentAlone()
    {
        var cib = XDocument.Parse(Before);
        var content = XDocument.Parse(After);
        foreach (var section in new[] { "resources", "constraints" })
        {
            cib.Root!.Element("configuration")!.Element(section)!.ReplaceWith(content.Root!.Element("configuration")!.Element(section)!);
        }

        return cib.ToString();
    }
}
