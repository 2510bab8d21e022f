using HaIac.Cib.Checking;
using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Planning.Steps;
using HaIac.Cib.Resources;
using HaIac.Cib.Writing;

namespace HaIac.Cib.Fuzzing.Laws;

/// <summary>What holds behind the reader, for every document that it accepts, however odd.</summary>
public static class LibraryLaws
{
    private static readonly HashSet<string> s_sections =
        new(["crm_config", "rsc_defaults", "op_defaults", "nodes", "resources", "constraints", "fencing-topology", "acls", "tags", "alerts"], StringComparer.Ordinal);

    /// <summary>Checks one document, and the way from it to another one.</summary>
    /// <exception cref="BrokenLawException">A law does not hold.</exception>
    public static void Check(CibDocument document, CibDocument other)
    {
        var findings = Run("CrossChecker.Check", () => CrossChecker.Check(document));
        Run("the findings have texts", () => string.Concat(findings.Select(finding => finding.ToString())));
        var objects = Run("CibDocument.Resources, Constraints", () => document.Resources.Concat(document.Constraints).ToList());
        Run("CibDocument.Properties, Nodes, Version", () => $"{document.Properties}{string.Concat(document.Nodes)}{document.Version}{document.LastWriter}");
        foreach (var item in objects)
        {
            Run("CibDocument.Find", () => document.Find(item.Id));
        }

        Run("EditApplier.Apply", () => EditApplier.Apply(document, [.. objects.Where(item => item is not UnmodelledObject).Select(item => new PutObject(item, item))]).After);
        Hold(Run("DocumentComparer.Compare", () => DocumentComparer.Compare(document, document)).IsEmpty, "a document has no difference from itself", "");
        CheckWay(document, other, IsOdd(document, findings) || IsOdd(other, CrossChecker.Check(other)));
    }

    private static void CheckWay(CibDocument from, CibDocument to, bool odd)
    {
        var plan = Run("CibPlanner.Plan", () => CibPlanner.Plan(from, to));
        CibDocument reached;
        try
        {
            reached = Run("CibPatcher.Apply", () => plan.Patch.Length == 0 ? from : CibPatcher.Apply(from, plan.Patch));
        }
        catch (CibException) when (odd)
        {
            return;
        }
        catch (CibException fault)
        {
            throw new BrokenLawException("the patch of a plan applies", fault.Finding.What, fault);
        }

        if (!odd)
        {
            var rest = Run("DocumentComparer.Compare", () => DocumentComparer.Compare(reached, to));
            Hold(rest.IsEmpty, "apply(plan(a, b), a) = b", string.Join("; ", rest.Objects.Select(item => $"{item.Kind} {item.Id}")));
        }
    }

    /// <summary>
    /// Whether no cluster takes such a document and no patch can be sure of its way in it: two elements with one id, two sections with one name, or sections that no schema knows.
    /// For those it is enough that nothing breaks.
    /// </summary>
    private static bool IsOdd(CibDocument document, IEnumerable<CibFinding> findings) =>
        findings.Any(finding => finding.Code == CibFindingCodes.DuplicateId)
        || HasTwins(document.Root.Elements)
        || HasTwins(document.Configuration?.Elements ?? [])
        || document.Configuration?.Elements.Any(section => !s_sections.Contains(section.Name)) != false;

    private static bool HasTwins(IEnumerable<CibElement> sections) =>
        sections.GroupBy(section => section.Name, StringComparer.Ordinal).Any(group => group.Count() > 1);

    private static T Run<T>(string law, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception fault) when (fault is not CibException and not BrokenLawException)
        {
            throw new BrokenLawException($"{law} throws nothing but CibException", $"{fault.GetType().Name}: {fault.Message}", fault);
        }
    }

    private static void Hold(bool holds, string law, string detail)
    {
        if (!holds)
        {
            throw new BrokenLawException(law, detail);
        }
    }
}
