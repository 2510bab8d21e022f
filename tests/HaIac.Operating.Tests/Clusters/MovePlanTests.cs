using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Values;
using HaIac.Operating.Clusters;
using HaIac.Operating.Findings;
using HaIac.Operating.Tests.Awaiting;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Tests.Clusters;

[TestFixture]
public sealed class MovePlanTests
{
    private static readonly NodeName Ctl2 = NodeName.Parse("ctl2");

    [Test]
    [Property("Requirement", "Q2")]
    public void Move_ToANode_PrefersItAndTakesABanInTheWayAway()
    {
        var change = Plan("""<rsc_location id="cli-ban-vip-on-ctl2" rsc="vip" node="ctl2" score="-INFINITY"/><rsc_location id="cli-ban-vip-on-ctl3" rsc="vip" node="ctl3" score="-INFINITY"/>""").Move("vip", Ctl2, null);

        Assert.That(change.Edits.OfType<RemoveObject>().Select(edit => edit.Id.Value), Is.EqualTo(new[] { "cli-ban-vip-on-ctl2" }));
        Assert.That(change.Edits.OfType<PutObject>().Single().Wanted, Is.EqualTo(new LocationConstraint { Id = CibId.Parse("cli-prefer-vip"), Resource = CibId.Parse("vip"), Node = Ctl2, Score = Score.Infinity }));
    }

    [Test]
    [Property("Requirement", "Q2")]
    public void Move_WithoutANode_BansTheOneItRunsOn() =>
        Assert.That(Plan().Move("vip", null, null).Edits.Single().Id.Value, Is.EqualTo("cli-ban-vip-on-ctl1"));

    [Test]
    [Property("Requirement", "Q2")]
    public void Ban_WithALifetime_EndsByItself()
    {
        var change = Plan().Ban("vip", Ctl2, promotedOnly: false, TimeSpan.FromHours(2));

        var ban = (LocationConstraint)change.Edits.OfType<PutObject>().Single().Wanted;
        Assert.That(ban.Rules.Single().ToString(), Does.Contain("#uname eq string ctl2").And.Contain("date lt").And.Contain("2026-11-29 12:00:00Z"));
    }

    [Test]
    [Property("Requirement", "Q2")]
    [Property("Requirement", "D3")]
    public void Ban_InnerResource_IsAboutTheOutermost() =>
        Assert.That(Plan().Ban("api", Ctl2, promotedOnly: false, null).Edits.Single().Id.Value, Is.EqualTo("cli-ban-api-clone-on-ctl2"));

    [Test]
    [Property("Requirement", "Q2")]
    public void Ban_LastNodeThatCouldRunIt_SaysThatItWillStop()
    {
        var status = Status() with { Nodes = [Pictures.Node("ctl1"), Pictures.Node("ctl2") with { Standby = true }] };

        Assert.That(new MovePlan(Cib(), status, TimeProvider.System).Ban("vip", null, promotedOnly: false, null).Notes, Has.Some.Contains("it will stop"));
    }

    [Test]
    [Property("Requirement", "Q2")]
    public void Clear_OfANode_LeavesWhatIsAboutOthersAndWhatIsNoMove()
    {
        var change = Plan("""
            <rsc_location id="cli-ban-vip-on-ctl2" rsc="vip" node="ctl2" score="-INFINITY"/><rsc_location id="cli-ban-vip-on-ctl3" rsc="vip" node="ctl3" score="-INFINITY"/>
            <rsc_location id="vip-never-on-ctl2" rsc="vip" node="ctl2" score="-INFINITY"/>
            """).Clear("vip", Ctl2);

        Assert.That(change.Edits.Select(edit => edit.Id.Value), Is.EqualTo(new[] { "cli-ban-vip-on-ctl2" }));
    }

    [Test]
    public void Clear_NothingMoved_ChangesNothing() => Assert.That(Plan().Clear("vip", null).IsEmpty);

    [Test]
    public void Move_Clone_IsRefusedAndPointsToBan() =>
        Assert.That(() => Plan().Move("api-clone", Ctl2, null), Throws.TypeOf<FindingException>().With.Message.Contains("HAI1255").And.Message.Contains("haiac cluster ban api-clone"));

    [Test]
    public void Move_UnknownResource_NamesTheNearest() =>
        Assert.That(() => Plan().Move("vipp", Ctl2, null), Throws.TypeOf<FindingException>().With.Message.Contains("HAI1254").And.Message.Contains("Did you mean vip?"));

    [Test]
    public void Move_UnknownNode_IsRefused() =>
        Assert.That(() => Plan().Move("vip", NodeName.Parse("nowhere"), null), Throws.TypeOf<FindingException>().With.Message.Contains("HAI1252"));

    private static MovePlan Plan(string constraints = "") => new(Cib(constraints), Status(), new At());

    private static ClusterStatus Status() => Pictures.Status("vip", Pictures.Instance("vip", "ctl1"));

    private static CibDocument Cib(string constraints = "") => CibDocument.Parse($"""
        <cib><configuration><crm_config/><nodes><node id="1" uname="ctl1"/><node id="2" uname="ctl2"/><node id="3" uname="ctl3"/></nodes>
        <resources><primitive id="vip" class="ocf" provider="pacemaker" type="Dummy"/><clone id="api-clone"><primitive id="api" class="ocf" provider="pacemaker" type="Dummy"/></clone></resources>
        <constraints>{constraints}</constraints></configuration><status/></cib>
        """);

    private sealed class At : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);
    }
}
