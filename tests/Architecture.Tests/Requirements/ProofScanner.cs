using System.Text.RegularExpressions;

namespace Architecture.Tests.Requirements;

/// <summary>
/// Finds in the source of a test class which tests say that they prove a requirement. It reads text, not assemblies, so that
/// the table covers every test project without building any of them.
/// </summary>
internal static partial class ProofScanner
{
    /// <summary>The proofs of one file, and what is wrong with the rest: attributes that belong to no test.</summary>
    public static (IReadOnlyList<RequirementProof> Proofs, IReadOnlyList<string> Faults) Scan(string project, string file, string text)
    {
        var proofs = new List<RequirementProof>();
        var faults = new List<string>();
        var open = new List<(string Item, bool IsCorrection)>();
        var fixture = "";
        var isTest = false;
        foreach (var line in text.Split('\n'))
        {
            if (line.AsSpan().TrimStart().StartsWith("//"))
            {
                continue;
            }

            open.AddRange(Attribute().Matches(line).Select(m => (m.Groups["item"].Value, m.Groups["kind"].Value == "Correction")));
            isTest |= TestAttribute().IsMatch(line);
            if (Class().Match(line) is { Success: true } type)
            {
                fixture = type.Groups["name"].Value;
                Take("");
            }
            else if (Method().Match(line) is { Success: true } method)
            {
                if (open.Count > 0 && !isTest)
                {
                    faults.Add($"{file}: {fixture}.{method.Groups["name"].Value} names a requirement and is no test");
                    open.Clear();
                }

                Take(method.Groups["name"].Value);
                isTest = false;
            }
        }

        faults.AddRange(open.Select(o => $"{file}: {o.Item} is named after the last test"));
        return (proofs, faults);

        void Take(string test)
        {
            // A correction proves its item, whether it says so twice or not.
            proofs.AddRange(open
                .GroupBy(o => o.Item, StringComparer.Ordinal)
                .Select(o => new RequirementProof(o.Key, project, fixture, test, o.Any(p => p.IsCorrection))));
            open.Clear();
        }
    }

    [GeneratedRegex("""(?<![\w"\\])Property\("(?<kind>Requirement|Correction)",\s*"(?<item>[^"]*)"\)""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^\s*\[.*\b(Test|TestCase|TestCaseSource|Theory|Combinatorial|Pairwise)\b")]
    private static partial Regex TestAttribute();

    [GeneratedRegex(@"^\s*(public |internal |sealed |static |abstract |partial )*class (?<name>\w+)")]
    private static partial Regex Class();

    [GeneratedRegex(@"^\s*(public|internal) (?!.*\bclass\b)[^=;{]*?\b(?<name>\w+)(<\w+>)?\(")]
    private static partial Regex Method();
}
