namespace Architecture.Tests.Requirements;

/// <summary>Reads `tests/requirements.tsv`: the items of the design, one a line, in the order of the table.</summary>
internal static class RequirementList
{
    public static IReadOnlyList<RequirementItem> Items { get; } =
        File.ReadLines(Path.Combine(Repository.Root, "tests", "requirements.tsv"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(Parse)
            .ToList();

    private static RequirementItem Parse(string line)
    {
        var cells = line.Split('\t');
        return new(cells[0], cells[1], cells[2], cells.Length > 3 && cells[3].Length > 0 ? cells[3] : null);
    }
}
