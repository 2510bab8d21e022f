using HaIac.Cli.Clusters;
using HaIac.Transport.Failing;

namespace HaIac.Cli.Tests.Clusters;

[TestFixture]
public sealed class StatusWatchTests
{
    [Test]
    [Property("Requirement", "P3")]
    public async Task Run_UntilCtrlC_PrintsWhatChangedOnlyAndOutlivesAnUnreachableCluster()
    {
        using var stop = new CancellationTokenSource();
        using var output = new StringWriter { NewLine = "\n" };
        var looks = 0;
        var host = new CliHost { Out = output, Error = TextWriter.Null, In = TextReader.Null, Environment = _ => null, Directory = ".", Interrupts = new Never(), Clock = new AtOnce() };

        await new StatusWatch(host, _ => Task.FromResult(++looks switch
        {
            1 or 2 => "one",
            3 => throw new TransportException(TransportFailure.Stale, "gone", "", "", ""),
            4 => "two",
            _ => End(),
        })).RunAsync(stop.Token);

        Assert.That(output.ToString(), Does.Match("^one\n\nerror: (?s:.*)gone(?s:.*)two\n\n$"));

        string End()
        {
            stop.Cancel();
            return "two";
        }
    }

    /// <summary>A clock whose pauses are over as soon as they begin.</summary>
    private sealed class AtOnce : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    private sealed class Never : IInterrupts
    {
        public CancellationToken Stop => CancellationToken.None;

        public CancellationToken Abort => CancellationToken.None;
    }
}
