using HaIac.Cib.Documents;

namespace HaIac.Operating.Tests;

/// <summary>Small CIBs of three nodes.</summary>
internal static class Cibs
{
    /// <summary>A CIB with these resources, constraints, cluster options, defaults and status.</summary>
    public static CibDocument Of(string resources, string constraints = "", string options = "", string defaults = "", string status = "") => CibDocument.Parse(
        $"""
        <cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0">
          <configuration>
            <crm_config><cluster_property_set id="cib-bootstrap-options">{options}</cluster_property_set></crm_config>
            <rsc_defaults>{defaults}</rsc_defaults>
            <nodes><node id="1" uname="ctl1"/><node id="2" uname="ctl2"/><node id="3" uname="ctl3"/></nodes>
            <resources>{resources}</resources>
            <constraints>{constraints}</constraints>
          </configuration>
          <status>{status}</status>
        </cib>
        """);

    /// <summary>A primitive of a type that every cluster has.</summary>
    public static string Dummy(string id, string meta = "") =>
        $"""<primitive id="{id}" class="ocf" provider="pacemaker" type="Dummy">{(meta.Length == 0 ? "" : Meta(id, meta))}</primitive>""";

    /// <summary>A set of meta attributes from <c>name=value</c>, parted by blanks.</summary>
    public static string Meta(string owner, string pairs) =>
        $"""<meta_attributes id="{owner}-meta_attributes">{string.Concat(pairs.Split(' ').Select(pair => Pair(owner, pair)))}</meta_attributes>""";

    /// <summary>A cluster option from <c>name=value</c>.</summary>
    public static string Option(string pair) => Pair("option", pair);

    /// <summary>The state of a node with the history of one resource: each <c>operation interval call status code</c>.</summary>
    public static string History(string node, string resource, params string[] operations) =>
        $"""
        <node_state id="{node}" uname="{node}" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="{node}"><lrm_resources><lrm_resource id="{resource}" class="ocf" provider="pacemaker" type="Dummy">
        {string.Concat(operations.Select((operation, index) => Operation(resource, operation.Split(' '), index)))}
        </lrm_resource></lrm_resources></lrm></node_state>
        """;

    private static string Operation(string resource, string[] parts, int index) =>
        $"""<lrm_rsc_op id="{resource}_{parts[0]}_{parts[1]}_{index}" operation="{parts[0]}" interval="{parts[1]}" call-id="{parts[2]}" op-status="{parts[3]}" rc-code="{parts[4]}" last-rc-change="1000" exit-reason=""/>""";

    private static string Pair(string owner, string pair) =>
        $"""<nvpair id="{owner}-{pair.Split('=')[0]}" name="{pair.Split('=')[0]}" value="{pair.Split('=')[1]}"/>""";
}
