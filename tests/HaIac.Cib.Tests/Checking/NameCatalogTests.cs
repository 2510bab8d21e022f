using System.Xml.Linq;
using HaIac.Cib.Checking.Names;

namespace HaIac.Cib.Tests.Checking;

/// <summary>Holds the catalogue of cluster options against what the installed daemons say about theirs.</summary>
internal sealed class NameCatalogTests
{
    [TestCase("pacemaker-schedulerd")]
    [TestCase("pacemaker-controld")]
    [TestCase("pacemaker-based")]
    [Category("Tools")]
    public void ClusterOptions_OfTheInstalledDaemon_AreAllKnownWithTheirKind(string daemon)
    {
        var metadata = XDocument.Parse(PacemakerTool.Run(daemon, "metadata").Text);

        using (Assert.EnterMultipleScope())
        {
            foreach (var parameter in metadata.Descendants("parameter"))
            {
                var name = (string)parameter.Attribute("name")!;
                var content = parameter.Element("content")!;
                Assert.That(ClusterOptionNames.All.Find(name), Is.Not.Null, name);
                Assert.That(Kinds((string)content.Attribute("type")!), Has.Member(ClusterOptionNames.All.Find(name)?.Value), name);
                Assert.That(
                    content.Elements("option").Select(option => (string)option.Attribute("value")!),
                    Is.SubsetOf(ClusterOptionNames.All.Find(name)!.Words.Concat(ClusterOptionNames.All.Find(name)!.OldWords.Keys)),
                    name);
            }
        }
    }

    [Test]
    public void Nearest_NeverProposesWhatIsGone() => Assert.That(ClusterOptionNames.All.Nearest("default-resource-stickines"), Is.Null);

    [Test]
    public void Catalogs_EveryRelease_CanBeCompared()
    {
        var releases = new[] { ClusterOptionNames.All, MetaAttributeNames.All, OperationOptionNames.All }
            .SelectMany(catalog => catalog.All)
            .SelectMany(name => new[] { name.Since, name.Deprecated, name.Removed })
            .OfType<string>();

        Assert.That(() => releases.Select(HaIac.Cib.Checking.ClusterVersion.Parse).Count(), Throws.Nothing);
    }

    private static NameValue[] Kinds(string type) => type switch
    {
        "boolean" => [NameValue.Boolean],
        "time" or "duration" or "timeout" => [NameValue.Duration, NameValue.DurationOrNegative],
        "select" => [NameValue.Word],
        "percentage" => [NameValue.Percentage],
        "integer" or "score" or "nonnegative_integer" => [NameValue.Integer, NameValue.Count, NameValue.Score],

        // Older daemons call words text.
        _ => [NameValue.Text, NameValue.Word],
    };
}
