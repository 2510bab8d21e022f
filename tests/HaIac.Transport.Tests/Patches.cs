using HaIac.Cib.Documents;

namespace HaIac.Transport.Tests;

/// <summary>Patches written by hand, for tests of transports alone.</summary>
internal static class Patches
{
    public const string Vip =
        """<primitive id="vip" class="ocf" provider="heartbeat" type="IPaddr2"><instance_attributes id="vip-params"><nvpair id="vip-ip" name="ip" value="192.0.2.10"/></instance_attributes><operations><op id="vip-monitor" name="monitor" interval="10s" timeout="20s"/></operations></primitive>""";

    public const string WebClone =
        """<clone id="web-clone"><primitive id="web" class="ocf" provider="pacemaker" type="Dummy"><operations><op id="web-monitor" name="monitor" interval="10s"/></operations></primitive></clone>""";

    public const string DatabaseClone =
        """<clone id="db-clone"><meta_attributes id="db-meta"><nvpair id="db-promotable" name="promotable" value="true"/></meta_attributes><primitive id="db" class="ocf" provider="pacemaker" type="Stateful"><operations><op id="db-m10" name="monitor" interval="10s" role="Promoted"/><op id="db-m11" name="monitor" interval="11s" role="Unpromoted"/></operations></primitive></clone>""";

    /// <summary>A patch that adds resources.</summary>
    public static CibPatch AddResources(CibDocument before, params string[] resources) =>
        Of(before, string.Concat(resources.Select(r => $"<change operation=\"create\" path=\"/cib/configuration/resources\" position=\"0\">{r}</change>")));

    /// <summary>A patch that adds constraints.</summary>
    public static CibPatch AddConstraints(CibDocument before, params string[] constraints) =>
        Of(before, string.Concat(constraints.Select(c => $"<change operation=\"create\" path=\"/cib/configuration/constraints\" position=\"0\">{c}</change>")));

    /// <summary>A patch with these changes, pinned to the configuration of the document.</summary>
    public static CibPatch Of(CibDocument before, string changes)
    {
        var version = before.Version;
        var next = version.NextConfiguration;
        return new CibPatch
        {
            Before = before,
            After = before,
            Xml =
                $"""
                <diff format="2"><version><source admin_epoch="{version.AdminEpoch}" epoch="{version.Epoch}"/><target admin_epoch="{next.AdminEpoch}" epoch="{next.Epoch}" num_updates="{next.NumUpdates}"/></version>{changes}</diff>
                """,
        };
    }
}
