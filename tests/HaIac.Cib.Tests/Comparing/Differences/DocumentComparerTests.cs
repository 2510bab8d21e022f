using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Documents;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Comparing.Differences;

internal sealed class DocumentComparerTests
{
    private const string Dummy = "class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\"";

    private static readonly string s_vip =
        $"""
        <primitive id="vip" {Dummy}>
          <instance_attributes id="vip-ia"><nvpair id="vip-ip" name="ip" value="192.0.2.10"/><nvpair id="vip-nic" name="nic" value="eth0"/></instance_attributes>
          <meta_attributes id="vip-ma"><nvpair id="vip-mt" name="migration-threshold" value="INFINITY"/><nvpair id="vip-role" name="target-role" value="Started"/></meta_attributes>
          <operations><op id="vip-m" name="monitor" interval="60s" timeout="20s"/><op id="vip-s" name="start" interval="0" timeout="1min"/></operations>
        </primitive>
        """;

    [TestCase("nic\" value=\"eth0\"/>", "nic\" value=\"eth0\"/><!-- said twice -->", TestName = "Compare_Comment_DoesNotCount")]
    [TestCase("interval=\"60s\"", "interval=\"1min\"", TestName = "Compare_SpellingOfADuration_DoesNotCount")]
    [TestCase("value=\"INFINITY\"", "value=\"1000000\"", TestName = "Compare_SpellingOfAScore_DoesNotCount")]
    [TestCase("id=\"vip-m\"", "id=\"other\"", TestName = "Compare_IdOfAPart_DoesNotCount")]
    [TestCase("id=\"vip-ia\"", "id=\"other\" score=\"5\"", TestName = "Compare_ScoreOfAnOnlySet_DoesNotCount")]
    [TestCase("</operations>", "</operations><utilization id=\"u\"/>", TestName = "Compare_EmptySet_DoesNotCount")]
    [TestCase("<nvpair id=\"vip-nic\"", "</instance_attributes><instance_attributes id=\"second\"><nvpair id=\"vip-nic\"", TestName = "Compare_PairsInTwoSets_DoNotCount")]
    public void Compare_SameMeaning_FindsNothing(string old, string now)
    {
        Assert.That(s_vip, Does.Contain(old));

        Assert.That(Lines(s_vip, s_vip.Replace(old, now, StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("value=\"eth0\"", "value=\"eth1\"", "Changed vip: instance_attributes.nic eth0 > eth1")]
    [TestCase("value=\"Started\"", "value=\"Stopped\"", "Changed vip: operator state meta_attributes.target-role Started > Stopped")]
    [TestCase("interval=\"60s\"", "interval=\"30s\"", "Changed vip: operations[monitor].interval 60s > 30s")]
    [TestCase("timeout=\"20s\"", "timeout=\"PT20S\"", "Changed vip: operations[monitor].timeout 20s > PT20S")]
    [TestCase(" timeout=\"1min\"", "", "Changed vip: operations[start].timeout 1min > ")]
    [TestCase("type=\"Dummy\"", "type=\"Stateful\"", "Changed vip: type Dummy > Stateful")]
    [TestCase("</operations>", "<op id=\"n\" name=\"monitor\" interval=\"5\"/></operations>", "Changed vip: operations[monitor 5].interval  > 5")]
    [TestCase("<operations>", "<unknown by=\"others\"/><operations>", "Changed vip: unknown  > <unknown by=\"others\"/>")]
    public void Compare_OneValue_IsNamedWithBothValues(string old, string now, string expected)
    {
        Assert.That(s_vip, Does.Contain(old));

        Assert.That(Lines(s_vip, s_vip.Replace(old, now, StringComparison.Ordinal)), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void Compare_IdOfASetThatIsReferredTo_Counts()
    {
        var sharing = $"""{s_vip}<primitive id="other" {Dummy}><instance_attributes id-ref="vip-ia"/></primitive>""";

        var lines = Lines(sharing, sharing.Replace("vip-ia", "renamed", StringComparison.Ordinal));

        Assert.That(lines, Has.Exactly(2).StartsWith("Changed").And.Some.StartsWith("Changed vip").And.Some.StartsWith("Changed other"));
    }

    [Test]
    public void Compare_OrderOfResources_IsAMove() => Assert.That(
        Lines(Primitives("a", "b", "c"), Primitives("c", "a", "b")),
        Is.EqualTo(new[] { "Moved c from in resources behind b to first in resources" }));

    [Test]
    public void Compare_OrderOfGroupMembers_IsAMove() => Assert.That(
        Lines($"<group id=\"g\">{Primitives("a", "b")}</group>", $"<group id=\"g\">{Primitives("b", "a")}</group>"),
        Has.Exactly(1).StartsWith("Moved"));

    [Test]
    public void Compare_PrimitiveThatBecameAClone_MovesAndTheCloneIsNew() => Assert.That(
        Lines(Primitives("a"), $"<clone id=\"a-clone\">{Primitives("a")}</clone>"),
        Is.EqualTo(new[] { "Added a-clone", "Moved a from first in resources to first in clone a-clone" }));

    [Test]
    public void Compare_OrderOfConstraints_DoesNotCountAndThatOfASequentialSetDoes()
    {
        const string One = """<rsc_order id="o"><resource_set id="s"><resource_ref id="a"/><resource_ref id="b"/></resource_set></rsc_order>""";
        const string Other = """<rsc_colocation id="c" rsc="a" with-rsc="b" score="INFINITY"/>""";
        var swapped = One.Replace("""<resource_ref id="a"/><resource_ref id="b"/>""", """<resource_ref id="b"/><resource_ref id="a"/>""", StringComparison.Ordinal);
        static string Parallel(string order) => order.Replace("id=\"s\"", "id=\"s\" sequential=\"false\"", StringComparison.Ordinal);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(LinesOf(With("", One + Other), With("", Other + One)), Is.Empty);
            Assert.That(LinesOf(With("", One), With("", swapped)), Is.EqualTo(new[] { "Changed o: sets[0].members a, b > b, a" }));
            Assert.That(LinesOf(With("", Parallel(One)), With("", Parallel(swapped))), Is.Empty);
        }
    }

    [Test]
    public void Compare_Rule_IsOneValueInTheWordsOfPcs()
    {
        const string Rule = """<rsc_location id="l" rsc="a"><rule id="r" score="5" boolean-op="and"><expression id="e" attribute="#uname" operation="eq" value="ctl1"/></rule></rsc_location>""";
        var spelled = Rule.Replace(" boolean-op=\"and\"", "", StringComparison.Ordinal).Replace("id=\"e\"", "id=\"f\" type=\"string\"", StringComparison.Ordinal);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(LinesOf(With("", Rule), With("", spelled)), Is.Empty);
            Assert.That(
                LinesOf(With("", Rule), With("", Rule.Replace("ctl1", "ctl2", StringComparison.Ordinal))),
                Is.EqualTo(new[] { "Changed l: rule score=5 #uname eq ctl1 > score=5 #uname eq ctl2" }));
        }
    }

    [Test]
    [Property("Correction", "M3")]
    public void Compare_WhatOperatorsDid_StandsApart()
    {
        var before = With(Primitives("a"));
        var after = CibDocument.Parse(With(Primitives("a"), """<rsc_location id="cli-ban-a-on-ctl1" rsc="a" node="ctl1" score="-INFINITY"/>""").ToXml().Replace(
            """uname="ctl1"/>""", """uname="ctl1"><instance_attributes id="i"><nvpair id="n" name="standby" value="on"/></instance_attributes></node>""", StringComparison.Ordinal));

        var comparison = DocumentComparer.Compare(before, after);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(comparison.IsEmpty, Is.False);
            Assert.That(comparison.IsOperatorStateOnly);
            Assert.That(comparison.Find("1")!.OperatorState, Is.EqualTo(new[] { new AttributeDifference("instance_attributes.standby", null, "on") }));
            Assert.That(comparison.Find("cli-ban-a-on-ctl1")!.IsOperatorMade);
        }
    }

    [Test]
    public void Compare_VersionWriterAndStatus_DoNotCountAndTheSchemaDoes()
    {
        var before = With(Primitives("a"));
        var root = before.Root.With("epoch", "77").With("update-client", "crmd").With("cib-last-written", "today").With("have-quorum", "0");
        var status = root.Replace(root.Find("status")!, new CibElement("status", [], new CibElement("node_state", [("id", "1")])));

        Assert.That(DocumentComparer.Compare(before, before.WithRoot(status)).IsEmpty);
        Assert.That(LinesOf(before, before.WithRoot(before.Root.With("validate-with", "pacemaker-3.7"))), Is.EqualTo(new[] { "Changed cib: validate-with pacemaker-3.9 > pacemaker-3.7" }));
    }

    [Test]
    public void Compare_AbsentAndEmptySection_AreTheSame()
    {
        var before = With(Primitives("a"));
        var configuration = before.Configuration!;

        Assert.That(DocumentComparer.Compare(before, before.WithRoot(before.Root.Replace(configuration, configuration.Append(new CibElement("tags", []))))).IsEmpty);
    }

    [Test]
    public void Compare_IdOfASetOfDefaults_DoesNotCountAndThatOfTheClusterOptionsDoes()
    {
        static CibDocument Defaults(string tag, string section, string id) => CibDocument.Parse(With("").ToXml().Replace(
            "<crm_config/>", $"""<{section}><{tag} id="{id}"><nvpair id="{id}-x" name="priority" value="1"/></{tag}></{section}>""", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(LinesOf(Defaults("meta_attributes", "rsc_defaults", "rsc-options"), Defaults("meta_attributes", "rsc_defaults", "rsc_defaults-meta_attributes")), Is.Empty);
            Assert.That(
                LinesOf(Defaults("cluster_property_set", "crm_config", "cib-bootstrap-options"), Defaults("cluster_property_set", "crm_config", "mine")),
                Is.EqualTo(new[] { "Removed cib-bootstrap-options", "Added mine" }));
        }
    }

    private static string Primitives(params string[] ids) => string.Concat(ids.Select(id => $"<primitive id=\"{id}\" {Dummy}/>"));

    private static IEnumerable<string> Lines(string before, string after) => LinesOf(With(before), With(after));

    private static IEnumerable<string> LinesOf(CibDocument before, CibDocument after) => DocumentComparer.Compare(before, after).Objects.Select(item =>
        $"{item.Kind} {item.Id}"
        + (item.From is null ? "" : $" from {item.From} to {item.To}")
        + (item.Kind == DifferenceKind.Changed ? ": " : "")
        + (item.Kind is DifferenceKind.Added or DifferenceKind.Removed
            ? ""
            : string.Join(", ", item.Attributes.Select(Text).Concat(item.OperatorState.Select(value => "operator state " + Text(value))))));

    private static string Text(AttributeDifference value) => $"{value.Path} {value.Old} > {value.New}";
}
