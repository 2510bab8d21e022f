using HaIac.Protocol.Messages;

namespace Pulumi.Tests.Logging;

internal sealed class LogTests
{
    [Test]
    public async Task Log_EachSeverity_ReachesTheEngineInOrder()
    {
        var run = await EngineRun.RunAsync(() =>
        {
            Log.Debug("d");
            Log.Info("i", streamId: 3, ephemeral: true);
            Log.Warn("w");
            Log.Error("e");
        });

        Assert.That(run.Logs.Select(l => (l.Severity, l.Message)), Is.EqualTo(new[]
        {
            (LogSeverity.Debug, "d"), (LogSeverity.Info, "i"), (LogSeverity.Warning, "w"), (LogSeverity.Error, "e"),
        }));
        Assert.That((run.Logs[1].StreamId, run.Logs[1].Ephemeral, run.Logs[0].Ephemeral), Is.EqualTo((3, true, false)));
    }

    [Test]
    public async Task Log_AboutAResource_CarriesItsUrn()
    {
        var run = await EngineRun.RunAsync(() => Log.Info("about", new Widget("w")));

        Assert.That(run.Logs.Single().Urn, Is.EqualTo("urn:pulumi:stack::project::test:index:Widget::w"));
    }

    [Test]
    public async Task Log_AThousandMessages_KeepTheirOrder()
    {
        var run = await EngineRun.RunAsync(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                Log.Info("message " + i);
            }
        });

        Assert.That(run.Logs.Select(l => l.Message), Is.EqualTo(Enumerable.Range(0, 1000).Select(i => "message " + i)));
    }

    [Test]
    public async Task Exception_IsAnErrorWithItsPlaceAndNoFrames()
    {
        var run = await EngineRun.RunAsync(() =>
        {
            try
            {
                throw new InvalidOperationException("broke");
            }
            catch (InvalidOperationException e)
            {
                Log.Exception(e);
            }
        });

        Assert.That(run.Logs.Single().Severity, Is.EqualTo(LogSeverity.Error));
        Assert.That(run.Logs.Single().Message, Does.Contain("broke").And.Contain("LogTests.cs").And.Not.Contain("   at "));
    }

    [Test]
    public void Log_OutsideOfADeployment_SaysSo()
        => Assert.That(() => Log.Info("nobody hears"), Throws.InvalidOperationException.With.Message.Contains("No deployment runs here"));
}
