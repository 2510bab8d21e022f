namespace HaIac.Labs.Tests;

public class WaitingTests
{
    [Test]
    public async Task WaitUntilAsync_ConditionHoldsLater_Returns()
    {
        int asked = 0;

        await Lab.WaitUntilAsync("asked three times", _ => Task.FromResult(++asked == 3), TimeSpan.FromMinutes(1));

        Assert.That(asked, Is.EqualTo(3));
    }

    [Test]
    public void WaitUntilAsync_LimitPasses_SaysWhatWasMissing()
    {
        Assert.That(
            async () => await Lab.WaitUntilAsync("pigs fly", _ => Task.FromResult(false), TimeSpan.Zero),
            Throws.TypeOf<LabException>().With.Message.Contains("it is still not so that pigs fly"));
    }

    [Test]
    public void WaitUntilAsync_LabSaysNotYet_KeepsItsReason()
    {
        Assert.That(
            async () => await Lab.WaitUntilAsync("it boots", _ => throw new LabException("no process 1 yet"), TimeSpan.Zero),
            Throws.TypeOf<LabException>().With.Message.Contains("Last seen: no process 1 yet"));
    }

    [Test]
    public void WaitUntilAsync_OtherFault_IsNotHidden()
    {
        Assert.That(
            async () => await Lab.WaitUntilAsync("it boots", _ => throw new InvalidOperationException("broken"), TimeSpan.FromMinutes(1)),
            Throws.InvalidOperationException);
    }

    [Test]
    public void WaitUntilAsync_Cancelled_EndsEarly()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();

        Assert.That(
            async () => await Lab.WaitUntilAsync("never", _ => Task.FromResult(false), TimeSpan.FromMinutes(1), cancelled.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }
}
