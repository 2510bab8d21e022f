using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Operating.Reporting;

namespace HaIac.Operating.Tests.Reporting;

internal sealed class HistoryRulesTests
{
    [TestCase(NodeState.Running, "monitor 0 1 0 7", "start 0 2 0 0")]
    [TestCase(NodeState.Running, "start 0 2 0 0", "monitor 0 1 0 7")]
    [TestCase(NodeState.Stopped, "start 0 2 0 0", "stop 0 3 0 0")]
    [TestCase(NodeState.Stopped, "monitor 0 1 0 7")]
    [TestCase(NodeState.Running, "monitor 0 1 0 0")]
    [TestCase(NodeState.Promoted, "monitor 10000 4 0 8", "start 0 2 0 0")]
    [TestCase(NodeState.Promoted, "start 0 2 0 0", "promote 0 3 0 0")]
    [TestCase(NodeState.Running, "promote 0 3 0 0", "demote 0 4 0 0")]
    [TestCase(NodeState.Running, "start 0 2 0 0", "stop 0 -1 -1 193")]
    [TestCase(NodeState.Unknown, "start 0 -1 -1 193")]
    [TestCase(NodeState.Running, "start 0 2 0 0", "notify 0 3 0 0")]
    [TestCase(NodeState.Absent)]
    [Property("Requirement", "G6")]
    public void StateAfter_Seed_LastThatSaysSomethingByCallIdCounts(NodeState expected, params string[] operations) =>
        Assert.That(HistoryRules.StateAfter(Entries(operations)), Is.EqualTo(expected));

    [TestCase(NodeState.Failed, "monitor 10000 4 0 1")]
    [TestCase(NodeState.Failed, "monitor 10000 4 4 1")]
    [TestCase(NodeState.Failed, "monitor 10000 4 2 1")]
    [TestCase(NodeState.Failed, "monitor 0 1 0 5")]
    [TestCase(NodeState.Failed, "promote 0 3 0 0", "monitor 10000 4 4 9")]
    [TestCase(NodeState.Degraded, "start 0 2 0 0", "monitor 10000 4 0 190")]
    [TestCase(NodeState.PromotedDegraded, "promote 0 3 0 0", "monitor 10000 4 0 191")]
    [TestCase(NodeState.Failed, "start 0 2 0 1")]
    [TestCase(NodeState.Failed, "start 0 2 0 0", "demote 0 4 0 1")]
    [TestCase(NodeState.Running, "start 0 2 0 0", "monitor 10000 3 1 0")]
    [Property("Correction", "G6")]
    public void StateAfter_OtherCodes_AreFailedOrDegradedNeverStopped(NodeState expected, params string[] operations) =>
        Assert.That(HistoryRules.StateAfter(Entries(operations)), Is.EqualTo(expected));

    [TestCase(true, "start 0 2 0 1")]
    [TestCase(true, "stop 0 2 2 1")]
    [TestCase(true, "promote 0 2 0 1")]
    [TestCase(true, "demote 0 2 0 1")]
    [TestCase(true, "monitor 10000 2 0 1")]
    [TestCase(true, "monitor 10000 2 4 9")]
    [TestCase(false, "monitor 10000 2 0 0")]
    [TestCase(false, "monitor 0 2 0 7")]
    [TestCase(false, "monitor 10000 2 0 8")]
    [TestCase(false, "monitor 10000 2 0 190")]
    [TestCase(false, "monitor 10000 2 0 191")]
    [TestCase(false, "start 0 -1 -1 193")]
    [Property("Requirement", "G8")]
    [Property("Correction", "G8")]
    public void IsFailure_OfEachOperation_AsTheRulesSay(bool expected, string operation) =>
        Assert.That(HistoryRules.IsFailure(Entries([operation]).Single()), Is.EqualTo(expected));

    [Test]
    [Property("Correction", "G6")]
    public void Of_OrphanedHistory_IsNobodys()
    {
        var cib = Cibs.Of(Cibs.Dummy("vip"), status: Cibs.History("ctl1", "gone", "start 0 2 0 0"));

        Assert.That(OperationHistory.Of(cib, (CibPrimitive)cib.Find(CibId.Parse("vip"))!, DateTimeOffset.UnixEpoch, null), Is.Empty);
    }

    [Test]
    [Property("Correction", "G6")]
    public void Of_FailureOlderThanItsTimeout_IsLeftOut()
    {
        var cib = Cibs.Of(Cibs.Dummy("vip"), status: Cibs.History("ctl1", "vip", "start 0 2 0 0", "monitor 10000 3 0 1"));
        var vip = (CibPrimitive)cib.Find(CibId.Parse("vip"))!;
        var now = DateTimeOffset.FromUnixTimeSeconds(1061);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(HistoryRules.StateAfter(OperationHistory.Of(cib, vip, now, TimeSpan.FromSeconds(60))), Is.EqualTo(NodeState.Running));
            Assert.That(HistoryRules.StateAfter(OperationHistory.Of(cib, vip, now, TimeSpan.FromSeconds(62))), Is.EqualTo(NodeState.Failed));
            Assert.That(HistoryRules.StateAfter(OperationHistory.Of(cib, vip, now, null)), Is.EqualTo(NodeState.Failed));
        }
    }

    [Test]
    public void Of_InstancesOfAUniqueClone_BelongToThePrimitive()
    {
        var cib = Cibs.Of($"<clone id=\"c\">{Cibs.Dummy("web")}</clone>", status: Cibs.History("ctl2", "web:1", "start 0 2 0 0"));

        Assert.That(OperationHistory.Of(cib, (CibPrimitive)cib.Find(CibId.Parse("web"))!, DateTimeOffset.UnixEpoch, null).Single().Node.Value, Is.EqualTo("ctl2"));
    }

    private static IEnumerable<HistoryEntry> Entries(string[] operations)
    {
        var cib = Cibs.Of(Cibs.Dummy("vip"), status: Cibs.History("ctl1", "vip", operations));
        return OperationHistory.Of(cib, (CibPrimitive)cib.Find(CibId.Parse("vip"))!, DateTimeOffset.UnixEpoch, null);
    }
}
