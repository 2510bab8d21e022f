using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Reading;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Tests.Constraints;

/// <summary>All constraints, fencing levels, tags, roles and alerts of Pacemaker's scheduler tests become records.</summary>
internal sealed class CorpusRecordTests
{
    private static readonly string[] s_sections =
        [CibSections.Constraints, CibSections.FencingTopology, CibSections.Tags, CibSections.Acls, CibSections.Alerts];

    /// <summary>What no record can hold, by file and id, with the reason.</summary>
    private static readonly Dictionary<string, string> s_exceptions = new(StringComparer.Ordinal)
    {
        ["order-wrong-kind.xml rsc_order order1"] = "its kind is foo, which is no word of the schema",
    };

    [TestCase("valid")]
    [TestCase("refused")]
    public void EveryObject_IsARecord(string kind)
    {
        var objects = Directory.GetFiles(TestFolders.SchedulerCibs(kind), "*.xml").Order(StringComparer.Ordinal)
            .SelectMany(file => Objects(CibDocument.Parse(File.ReadAllText(file))).Select(element => (File: Path.GetFileName(file), Element: element)))
            .ToList();

        var without = objects.Where(item => ObjectReader.Read(item.Element) is UnmodelledObject).Select(item => $"{item.File} {item.Element.Name} {item.Element.Id}").ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(objects, Has.Count.GreaterThan(kind == "valid" ? 200 : 50));
            Assert.That(without.Except(s_exceptions.Keys), Is.Empty);
        }
    }

    [TestCase("valid")]
    [TestCase("refused")]
    public void EveryRecord_IsEqualToItsOwnElement(string kind)
    {
        foreach (var file in Directory.GetFiles(TestFolders.SchedulerCibs(kind), "*.xml"))
        {
            var document = CibDocument.Parse(File.ReadAllText(file));
            foreach (var element in Objects(document).Where(element => ReferenceEquals(document.FindElement(CibId.OfLive(element.Id ?? "")), element)))
            {
                if (ObjectReader.Read(element) is not UnmodelledObject and var record)
                {
                    Assert.That(
                        CibComparer.Compare(record, record, document).Where(change => change.Kind is not (ChangeKind.Foreign or ChangeKind.OperatorState)),
                        Is.Empty,
                        $"{Path.GetFileName(file)} {element}");
                }
            }
        }
    }

    private static IEnumerable<CibElement> Objects(CibDocument document) =>
        s_sections.SelectMany(section => document.Configuration?.Find(section)?.Elements ?? []).Where(element => element.Id is not null);
}
