using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Planning.Steps;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Benchmarks;

/// <summary>What is measured, as a program uses the library.</summary>
internal sealed class Work(int resources)
{
    private readonly CibId _service = CibId.Parse(ServiceCib.TopId(resources / 2));

    private readonly Lazy<string> _text = new(() => ServiceCib.Text(resources));

    public string Text => _text.Value;

    /// <summary>Text to document.</summary>
    public CibDocument Read() => CibDocument.Parse(Text);

    /// <summary>An edit of one attribute: to the changed document, and to the patch.</summary>
    public string PlanOneAttribute(CibDocument document)
    {
        var after = ChangeOneAttribute(document);
        return PatchWriter.Write(document, after, pinned: true);
    }

    /// <summary>The same cluster with one attribute changed by an edit.</summary>
    public CibDocument ChangeOneAttribute(CibDocument document)
    {
        var clone = (CibClone)document.Find(_service)!;
        var inner = (CibPrimitive)clone.Inner;
        var wanted = clone with { Inner = inner with { InstanceAttributes = inner.InstanceAttributes.Set("config", "/etc/other.conf") } };
        var outcome = EditApplier.Apply(document, [new PutObject(wanted, clone)]);
        return outcome.Findings.IsEmpty ? outcome.After : throw new CibException(outcome.Findings[0]);
    }

    /// <summary>Two documents that were read apart, by meaning.</summary>
    public static bool Compare(CibDocument one, CibDocument other) => DocumentComparer.Compare(one, other).IsEmpty;

    /// <summary>From one document to another one that was read apart: steps and patch.</summary>
    public static string PlanDocuments(CibDocument before, CibDocument after) => CibPlanner.Plan(before, after).Patch;
}
