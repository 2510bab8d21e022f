namespace HaIac.Operating.Tests.Lifecycle;

/// <summary>One service of every kind, as XML.</summary>
internal static class Kinds
{
    public const string Simple = """<primitive id="p_vip" class="ocf" provider="pacemaker" type="Dummy"><operations><op id="p_vip-m" name="monitor" interval="10s"/></operations></primitive>""";

    public const string Group =
        """
        <group id="g"><primitive id="first" class="ocf" provider="pacemaker" type="Dummy"/><primitive id="middle" class="ocf" provider="pacemaker" type="Dummy"/>
        <primitive id="last" class="ocf" provider="pacemaker" type="Dummy"/></group>
        """;

    public const string Clone = """<clone id="api-clone"><primitive id="api" class="ocf" provider="pacemaker" type="Dummy"><operations><op id="api-m" name="monitor" interval="10s"/></operations></primitive></clone>""";

    public const string Promotable =
        """
        <clone id="db-clone"><meta_attributes id="db-meta"><nvpair id="db-promotable" name="promotable" value="true"/></meta_attributes>
        <primitive id="db" class="ocf" provider="pacemaker" type="Stateful"><operations><op id="db-m10" name="monitor" interval="10s" role="Promoted"/><op id="db-m11" name="monitor" interval="11s" role="Unpromoted"/></operations></primitive></clone>
        """;

    public const string Bundle =
        """
        <bundle id="box-bundle"><podman image="localhost/box:1" replicas="3" network="host"/><network control-port="3124"/>
        <primitive id="box" class="ocf" provider="pacemaker" type="Dummy"><operations><op id="box-m" name="monitor" interval="10s"/></operations></primitive></bundle>
        """;

    public const string All = Simple + Group + Clone + Promotable;
}
