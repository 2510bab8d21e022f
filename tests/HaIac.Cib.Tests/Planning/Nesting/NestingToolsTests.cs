using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Tests.Writing;
using HaIac.Cib.Values;
using static HaIac.Cib.Tests.TestCibs;

namespace HaIac.Cib.Tests.Planning.Nesting;

/// <summary>What Pacemaker's scheduler makes of wrapping and unwrapping what runs.</summary>
[Category("Tools")]
internal sealed class NestingToolsTests
{
    private const string Started = "start";
    private const string Stopped = "monitor";

    [Test]
    [Property("Correction", "N3")]
    public void Apply_RunningPrimitiveIsCloned_OnlyTheOtherNodeStartsSomething()
    {
        var document = Running("""<primitive id="web" class="ocf" provider="pacemaker" type="Dummy"/>""", Started, Stopped);

        var after = EditApplier.Apply(document, [new PutObject(Clone(Dummy("web")), Dummy("web"))]).After;

        Assert.That(Actions(after), Is.EqualTo(new[] { "web start on ctl2" }));
    }

    [Test]
    [Property("Correction", "N3")]
    public void Apply_RunningPrimitiveIsGrouped_NothingHappens()
    {
        var document = Running("""<primitive id="web" class="ocf" provider="pacemaker" type="Dummy"/>""", Started, Stopped);

        var after = EditApplier.Apply(document, [new PutObject(new CibGroup { Id = Id("g"), Primitives = [Dummy("web")] }, Dummy("web"))]).After;

        Assert.That(Actions(after), Is.Empty);
    }

    [Test]
    public void Apply_CloneWithOneInstanceIsUnwrapped_NothingHappens()
    {
        var single = Clone(Dummy("web")) with { MetaAttributes = AttributeMap.Of(("clone-max", "1")) };
        var document = Running("""<clone id="web-clone"><meta_attributes id="m"><nvpair id="m1" name="clone-max" value="1"/></meta_attributes><primitive id="web" class="ocf" provider="pacemaker" type="Dummy"/></clone>""", Started, Stopped);

        var after = EditApplier.Apply(document, [new PutObject(Dummy("web"), single)]).After;

        Assert.That(Actions(after), Is.Empty);
    }

    [Test]
    public void Apply_CloneThatRunsTwiceIsUnwrapped_PacemakerStopsBothFirst()
    {
        var document = Running("""<clone id="web-clone"><primitive id="web" class="ocf" provider="pacemaker" type="Dummy"/></clone>""", Started, Started);

        var after = EditApplier.Apply(document, [new PutObject(Dummy("web"), Clone(Dummy("web")))]).After;

        Assert.That(Actions(after), Is.EquivalentTo(new[] { "web stop on ctl1", "web stop on ctl2", "web start on ctl1" }));
    }

    private static List<string> Actions(CibDocument document)
    {
        using var scheduler = new RealScheduler();
        return [.. scheduler.Transition(document).Split('\n')
            .Where(line => line.Contains("Resource action:", StringComparison.Ordinal))
            .Select(line => string.Join(' ', line.Split("Resource action:")[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(action => !action.Contains("monitor", StringComparison.Ordinal))];
    }

    private static CibDocument Running(string resources, string onFirst, string onSecond) => CibDocument.Parse(
        $"""
        <cib validate-with="pacemaker-3.5" epoch="5" num_updates="3" admin_epoch="1" have-quorum="1" dc-uuid="1">
          <configuration>
            <crm_config><cluster_property_set id="o"><nvpair id="o1" name="stonith-enabled" value="false"/></cluster_property_set></crm_config>
            <nodes><node id="1" uname="ctl1"/><node id="2" uname="ctl2"/></nodes>
            <resources>{resources}</resources>
            <constraints/>
          </configuration>
          <status>{State("1", "ctl1", onFirst)}{State("2", "ctl2", onSecond)}</status>
        </cib>
        """);

    /// <summary>A node on which the last that was done with web is this; the digest is that of a resource without parameters.</summary>
    private static string State(string id, string node, string operation)
    {
        var result = operation == Started ? 0 : 7;
        const string Key = "1:0:0:00000000-0000-0000-0000-000000000000";
        return $"""
            <node_state id="{id}" uname="{node}" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="{id}"><lrm_resources><lrm_resource id="web" class="ocf" provider="pacemaker" type="Dummy">
              <lrm_rsc_op id="web_last_0" operation="{operation}" operation_key="web_{operation}_0" crm_feature_set="3.16.1" transition-key="{Key}" transition-magic="0:{result};{Key}" call-id="1" rc-code="{result}" op-status="0" interval="0" op-digest="f2317cad3d54cec5d7d7aa7d0bf35cf8"/>
            </lrm_resource></lrm_resources></lrm></node_state>
            """;
    }
}
