using System.Collections.Immutable;
using HaIac;

namespace FromOutside.Tests;

[TestFixture]
public sealed class FromOutsideStackTests
{
    [TestCase("billing-queue")]
    [TestCase("billing-worker")]
    [Property("Requirement", "A2")]
    public async Task Daemon_OfTheThirdParty_IsRunByTheCluster(string name)
    {
        var run = await StackTest.RunAsync<FromOutsideStack>();

        Assert.That(run.Service(name)["haMode"], Is.EqualTo("ActivePassive"));
        Assert.That(((ImmutableDictionary<string, object>)run.Service(name)["primitive"])["agent"], Is.EqualTo($"systemd:{name}"));
    }

    [Test]
    [Property("Requirement", "A2")]
    public async Task Order_OfTheThirdParty_IsTheClusters()
    {
        var run = await StackTest.RunAsync<FromOutsideStack>();

        var order = (ImmutableDictionary<string, object>)((ImmutableArray<object>)run.Service("billing-worker")["orders"])[0];

        Assert.That(order["first"], Is.EqualTo("billing-queue"));
        Assert.That(order["then"], Is.EqualTo("billing-worker"));
    }
}
