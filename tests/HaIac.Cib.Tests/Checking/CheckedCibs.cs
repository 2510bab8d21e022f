using HaIac.Cib.Checking;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Tests.Checking;

/// <summary>Documents for the checks: sound as they are, with fencing off, so that a test sees only what it put in.</summary>
internal static class CheckedCibs
{
    public const string FencingOff = """<nvpair id="o-se" name="stonith-enabled" value="false"/>""";

    public static CibDocument Document(string resources, string constraints = "", string options = FencingOff, string more = "", string schema = "pacemaker-3.9") => CibDocument.Parse(
        $"""
        <cib crm_feature_set="3.16.1" validate-with="{schema}" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1" dc-uuid="1">
          <configuration>
            <crm_config><cluster_property_set id="cib-bootstrap-options">{options}</cluster_property_set></crm_config>
            <nodes><node id="1" uname="ctl1"/><node id="2" uname="ctl2"/></nodes>
            <resources>{resources}</resources>
            <constraints>{constraints}</constraints>
            {more}
          </configuration>
          <status>
            <node_state id="1" uname="ctl1" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="1"><lrm_resources/></lrm></node_state>
            <node_state id="2" uname="ctl2" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="2"><lrm_resources/></lrm></node_state>
          </status>
        </cib>
        """);

    public static string Dummy(string id, string inside = "") => $"""<primitive id="{id}" class="ocf" provider="pacemaker" type="Dummy">{inside}</primitive>""";

    public static string Dummies(params string[] ids) => string.Concat(ids.Select(id => Dummy(id)));

    /// <summary>An agent that can be promoted, with a monitor for either role.</summary>
    public static string Stateful(string id, string type = "Stateful") =>
        $"""
        <primitive id="{id}" class="ocf" provider="pacemaker" type="{type}"><operations>
          <op id="{id}-m1" name="monitor" interval="10s" role="Promoted"/><op id="{id}-m2" name="monitor" interval="11s" role="Unpromoted"/>
        </operations></primitive>
        """;

    public static string Clone(string id, string inner, params (string Name, string Value)[] meta) => $"""<clone id="{id}">{Meta(id, meta)}{inner}</clone>""";

    public static string Promotable(string id, string inner, params (string Name, string Value)[] meta) => Clone(id, inner, [("promotable", "true"), .. meta]);

    public static string Group(string id, string inner, params (string Name, string Value)[] meta) => $"""<group id="{id}">{Meta(id, meta)}{inner}</group>""";

    public static string Meta(string owner, params (string Name, string Value)[] pairs) => pairs.Length == 0
        ? ""
        : $"""<meta_attributes id="{owner}-meta">{string.Concat(pairs.Select((pair, i) => $"""<nvpair id="{owner}-meta-{i}" name="{pair.Name}" value="{pair.Value}"/>"""))}</meta_attributes>""";

    public static string Operations(string owner, params string[] attributes) =>
        $"""<operations>{string.Concat(attributes.Select((op, i) => $"""<op id="{owner}-op-{i}" {op}/>"""))}</operations>""";

    public static string Option(string name, string value) => $"""{FencingOff}<nvpair id="o-{name}" name="{name}" value="{value}"/>""";

    public static string Order(string id, string first, string then, string more = "") => $"""<rsc_order id="{id}" first="{first}" then="{then}" {more}/>""";

    public static string Colocation(string id, string dependent, string primary, string more = """score="INFINITY" """) => $"""<rsc_colocation id="{id}" rsc="{dependent}" with-rsc="{primary}" {more}/>""";

    /// <summary>The one finding of a document.</summary>
    public static CibFinding Only(CibDocument document)
    {
        var findings = CrossChecker.Check(document);
        Assert.That(findings, Has.Length.EqualTo(1), string.Join('\n', findings));
        return findings[0];
    }

    public static void FindsNothing(CibDocument document) => Assert.That(CrossChecker.Check(document).Select(finding => finding.ToString()), Is.Empty);
}
