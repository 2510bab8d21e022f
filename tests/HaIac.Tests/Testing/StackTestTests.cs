using Pulumi;

namespace HaIac.Tests.Testing;

[TestFixture]
public sealed class StackTestTests
{
    [Test]
    public async Task RunAsync_OfAStack_GivesItsResourcesAndTheirInputs()
    {
        var run = await StackTest.RunAsync<SmallStack>();

        var service = run.Resources.OfType<Service>().Single();

        Assert.That(await StackTest.ValueAsync(service.HaMode), Is.EqualTo(HaMode.ActiveActive));
        Assert.That(run.Service("memcached")["haMode"], Is.EqualTo("ActiveActive"));
    }

    private sealed class SmallStack : Stack
    {
        public SmallStack() => _ = new Service("memcached", new() { HaMode = HaMode.ActiveActive });
    }
}
