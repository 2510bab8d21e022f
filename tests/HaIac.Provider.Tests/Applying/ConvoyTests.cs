using HaIac.Provider.Applying;

namespace HaIac.Provider.Tests.Applying;

public sealed class ConvoyTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    [Test]
    public async Task Together_OthersOnTheWay_WaitsForAllOfThemAndGoesOnTwice()
    {
        var convoy = new Convoy(TimeProvider.System, s_limit);
        using var one = convoy.Join();
        using var two = convoy.Join();

        for (var round = 0; round < 2; round++)
        {
            var first = one.TogetherAsync(CancellationToken.None);
            Assert.That(first.IsCompleted, Is.False);
            await Task.WhenAll(first, two.TogetherAsync(CancellationToken.None)).WaitAsync(s_limit);
        }
    }

    [Test]
    public async Task Together_TheOtherLeaves_GoesOn()
    {
        var convoy = new Convoy(TimeProvider.System, s_limit);
        using var one = convoy.Join();
        var two = convoy.Join();
        var first = one.TogetherAsync(CancellationToken.None);

        two.Dispose();
        two.Dispose();

        await first.WaitAsync(s_limit);
    }

    [Test]
    public async Task Last_Arrived_IsNotWaitedForAnyMore()
    {
        var convoy = new Convoy(TimeProvider.System, s_limit);
        using var one = convoy.Join();
        using var two = convoy.Join();
        await Task.WhenAll(one.LastAsync(CancellationToken.None), two.TogetherAsync(CancellationToken.None)).WaitAsync(s_limit);

        await two.TogetherAsync(CancellationToken.None).WaitAsync(s_limit);
    }

    [Test]
    public async Task Together_OneTakesTooLong_GoesOnWithoutIt()
    {
        var convoy = new Convoy(TimeProvider.System, TimeSpan.FromMilliseconds(50));
        using var one = convoy.Join();
        using var slow = convoy.Join();

        await one.TogetherAsync(CancellationToken.None).WaitAsync(s_limit);

        Assert.That(slow.TogetherAsync(CancellationToken.None).IsCompleted, Is.False);
    }

    [Test]
    public void Together_Cancelled_IsOnTheWayStill()
    {
        var convoy = new Convoy(TimeProvider.System, s_limit);
        using var one = convoy.Join();
        using var two = convoy.Join();
        using var cancel = new CancellationTokenSource();
        var waiting = one.TogetherAsync(cancel.Token);

        cancel.Cancel();

        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(two.TogetherAsync(CancellationToken.None).IsCompleted, Is.False, "The one that was cancelled has not left yet.");
    }
}
