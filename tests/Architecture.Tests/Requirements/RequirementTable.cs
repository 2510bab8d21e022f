using System.Text;

namespace Architecture.Tests.Requirements;

/// <summary>Writes `tests/REQUIREMENTS.md`: item by item the tests that prove it, always in the same order.</summary>
internal static class RequirementTable
{
    public static string Write(IReadOnlyList<RequirementItem> items, IReadOnlyList<RequirementProof> proofs)
    {
        var text = new StringBuilder();
        text.Append("# Requirements and their tests\n\n")
            .Append("Written by `bash build/requirements.sh` from `requirements.tsv` and the `[Property(\"Requirement\", ...)]` of the tests; not by hand.\n")
            .Append("The names are those of the list of behaviours in the design. **Bold** tests fail on what the originals did: they hold a correction.\n");
        foreach (var section in items.GroupBy(i => i.Id[0]))
        {
            text.Append($"\n## {section.Key}\n\n| Item | Asks for | Project, fixture | Tests |\n| --- | --- | --- | --- |\n");
            foreach (var item in section)
            {
                Rows(text, item, proofs.Where(p => p.Item == item.Id).ToList());
            }
        }

        return text.ToString();
    }

    private static void Rows(StringBuilder text, RequirementItem item, List<RequirementProof> proofs)
    {
        var head = $"| {item.Id} | {item.Meaning} |";
        if (proofs.Count == 0)
        {
            text.Append(head).Append(item.LeftOutBecause is { } reason ? $" left out | {reason} |\n" : " **none** | |\n");
            return;
        }

        var fixtures = proofs
            .GroupBy(p => (p.Project, p.Fixture))
            .OrderBy(g => g.Key.Project, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Fixture, StringComparer.Ordinal);
        foreach (var fixture in fixtures)
        {
            var tests = fixture.OrderBy(p => p.Test, StringComparer.Ordinal).Select(Name).Distinct(StringComparer.Ordinal);
            text.Append(head).Append($" {fixture.Key.Project}, {fixture.Key.Fixture} | {string.Join(", ", tests)} |\n");
            head = "| | |";
        }
    }

    private static string Name(RequirementProof proof)
    {
        var name = proof.Test.Length > 0 ? proof.Test : "all";
        return proof.IsCorrection ? $"**{name}**" : name;
    }
}
