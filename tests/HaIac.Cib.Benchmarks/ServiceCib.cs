using System.Globalization;
using System.Text;

namespace HaIac.Cib.Benchmarks;

/// <summary>A CIB as a cluster of three nodes has it: cloned services in a chain of orders, here and there an address and a database, and the status of them all.</summary>
internal static class ServiceCib
{
    private static readonly string[] s_nodes = ["ctl1", "ctl2", "ctl3"];

    /// <summary>The text of a CIB with so many resources at the top, one third of its length configuration and two thirds status.</summary>
    public static string Text(int resources, bool status = true)
    {
        var text = new StringBuilder();
        text.Append(
            """
            <cib crm_feature_set="3.16.1" validate-with="pacemaker-3.9" epoch="812" num_updates="3" admin_epoch="0" cib-last-written="Sun Nov 22 10:14:00 2026" update-origin="ctl1" update-client="cibadmin" update-user="root" have-quorum="1" dc-uuid="1">
              <configuration>
                <crm_config>
                  <cluster_property_set id="cib-bootstrap-options">
                    <nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/>
                    <nvpair id="cib-bootstrap-options-cluster-name" name="cluster-name" value="control"/>
                  </cluster_property_set>
                </crm_config>
                <nodes>

            """);
        for (var node = 0; node < s_nodes.Length; node++)
        {
            Line(text, $"      <node id=\"{node + 1}\" uname=\"{s_nodes[node]}\"/>");
        }

        text.Append("    </nodes>\n    <resources>\n");
        for (var i = 0; i < resources; i++)
        {
            Resource(text, i);
        }

        text.Append("    </resources>\n    <constraints>\n");
        for (var i = 1; i < resources; i++)
        {
            Constraint(text, i);
        }

        text.Append("    </constraints>\n  </configuration>\n  <status>\n");
        for (var node = 0; status && node < s_nodes.Length; node++)
        {
            Status(text, node, resources);
        }

        return text.Append("  </status>\n</cib>\n").ToString();
    }

    /// <summary>The id of a service's clone, or of the address that stands at its place.</summary>
    public static string TopId(int number) => number % 50 == 49 ? $"vip-{Number(number)}" : $"service-{Number(number)}-clone";

    private static void Resource(StringBuilder text, int i)
    {
        if (i % 50 == 49)
        {
            Line(text, $"      <primitive id=\"vip-{i}\" class=\"ocf\" provider=\"heartbeat\" type=\"IPaddr2\">");
            Pairs(text, "      ", $"vip-{i}", "instance_attributes", ("ip", $"192.0.2.{i % 250}"), ("cidr_netmask", "24"));
            Operations(text, "      ", $"vip-{i}", "monitor:10s:20s");
            text.Append("      </primitive>\n");
            return;
        }

        var promotable = i % 50 == 25;
        Line(text, $"      <clone id=\"service-{i}-clone\">");
        Pairs(text, "      ", $"service-{i}-clone", "meta_attributes", promotable ? [("promotable", "true"), ("notify", "true")] : [("interleave", "true")]);
        Line(text, $"        <primitive id=\"service-{i}\" class=\"ocf\" provider=\"{(promotable ? "heartbeat" : "openstack")}\" type=\"{(promotable ? "galera" : $"service-{i % 50}")}\">");
        Pairs(text, "        ", $"service-{i}", "instance_attributes", ("config", $"/etc/service-{i}/service.conf"), ("url", $"http://192.0.2.10:{5000 + i}/"));
        Pairs(text, "        ", $"service-{i}", "meta_attributes", ("migration-threshold", "3"), ("failure-timeout", "60s"));
        Operations(text, "        ", $"service-{i}", "monitor:10s:30s", "start:0s:120s", "stop:0s:120s");
        text.Append("        </primitive>\n      </clone>\n");
    }

    private static void Constraint(StringBuilder text, int i)
    {
        Line(text, $"      <rsc_order id=\"service-{i}-after-service-{i - 1}\" first=\"{TopId(i - 1)}\" then=\"{TopId(i)}\" kind=\"Optional\"/>");
        if (i % 10 == 0)
        {
            Line(text, $"      <rsc_location id=\"service-{i}-on-ctl1\" rsc=\"{TopId(i)}\" node=\"ctl1\" score=\"50\"/>");
        }
    }

    private static void Pairs(StringBuilder text, string indent, string owner, string tag, params ReadOnlySpan<(string Name, string Value)> pairs)
    {
        Line(text, $"{indent}  <{tag} id=\"{owner}-{tag}\">");
        foreach (var (name, value) in pairs)
        {
            Line(text, $"{indent}    <nvpair id=\"{owner}-{tag}-{name}\" name=\"{name}\" value=\"{value}\"/>");
        }

        Line(text, $"{indent}  </{tag}>");
    }

    private static void Operations(StringBuilder text, string indent, string owner, params ReadOnlySpan<string> operations)
    {
        Line(text, $"{indent}  <operations>");
        foreach (var operation in operations)
        {
            var parts = operation.Split(':');
            Line(text, $"{indent}    <op id=\"{owner}-{parts[0]}-interval-{parts[1]}\" name=\"{parts[0]}\" interval=\"{parts[1]}\" timeout=\"{parts[2]}\"/>");
        }

        Line(text, $"{indent}  </operations>");
    }

    private static void Status(StringBuilder text, int node, int resources)
    {
        Line(text, $"    <node_state id=\"{node + 1}\" uname=\"{s_nodes[node]}\" in_ccm=\"true\" crmd=\"online\" join=\"member\" expected=\"member\" crm-debug-origin=\"do_state_transition\">");
        Line(text, $"      <lrm id=\"{node + 1}\">\n        <lrm_resources>");
        for (var i = 0; i < resources; i++)
        {
            var transition = $"{i}:7:0:8a5d3c52-9b1e-4f6a-b7c8-0d2e4f6a8b0c";
            Line(text, $"          <lrm_resource id=\"service-{i}\" class=\"ocf\" provider=\"openstack\" type=\"service-{i % 50}\">");
            Line(text, $"            <lrm_rsc_op id=\"service-{i}_last_0\" operation_key=\"service-{i}_start_0\" operation=\"start\" crm-debug-origin=\"controld_update_resource_history\" crm_feature_set=\"3.16.1\" transition-key=\"{transition}\" transition-magic=\"0:0;{transition}\" exit-reason=\"\" on_node=\"{s_nodes[node]}\" call-id=\"{i}\" rc-code=\"0\" op-status=\"0\" interval=\"0\" last-rc-change=\"1795342440\" exec-time=\"{i % 90}\" queue-time=\"0\" op-digest=\"f2317cad3d54cec5d7d7aa7d0bf35cf8\"/>");
            text.Append("          </lrm_resource>\n");
        }

        text.Append("        </lrm_resources>\n      </lrm>\n    </node_state>\n");
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
