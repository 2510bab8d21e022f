namespace Architecture.Tests;

/// <summary>Holds the references that the design allows: the engine never sees Pacemaker, the CIB never sees Pulumi.</summary>
[TestFixture]
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["HaIac.Protocol"] = [],
        ["Pulumi"] = ["HaIac.Protocol"],
        ["Pulumi.Command"] = ["Pulumi"],
        ["HaIac"] = ["Pulumi", "Pulumi.Command"],
        ["HaIac.Engine"] = ["HaIac.Protocol"],
        ["HaIac.Cli"] = ["HaIac.Engine", "HaIac.Cib", "HaIac.Operating", "HaIac.Transport"],
        ["HaIac.Cib"] = [],
        ["HaIac.Transport"] = ["HaIac.Cib"],
        ["HaIac.Operating"] = ["HaIac.Cib", "HaIac.Transport"],
        ["HaIac.Provider"] = ["HaIac.Cib", "HaIac.Operating", "HaIac.Transport", "Pulumi"],
        ["HaIac.CommandProvider"] = ["HaIac.Transport", "Pulumi"],
    };

    private static IEnumerable<string> Projects => Repository.ProductReferences.Keys.Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Projects))]
    public void Project_Always_RefersOnlyToWhatTheDesignAllows(string project)
    {
        Assert.That(Allowed, Does.ContainKey(project), "A new project needs a line in the table of allowed references.");
        Assert.That(Repository.ProductReferences[project], Is.SubsetOf(Allowed[project]));
    }

    [TestCase("HaIac.Engine", "HaIac.Cib")]
    [TestCase("HaIac.Engine", "HaIac.Transport")]
    [TestCase("HaIac.Cib", "Pulumi")]
    [TestCase("HaIac.Cib", "HaIac.Protocol")]
    [TestCase("HaIac.Transport", "Pulumi")]
    public void Project_ThroughAnyChain_NeverReaches(string project, string forbidden)
    {
        Assert.That(Closure(project), Does.Not.Contain(forbidden));
    }

    private static HashSet<string> Closure(string project)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([project]);
        while (open.TryPop(out var next))
        {
            foreach (var reference in Repository.ProductReferences.GetValueOrDefault(next) ?? new HashSet<string>())
            {
                if (reached.Add(reference))
                {
                    open.Push(reference);
                }
            }
        }

        return reached;
    }
}
