using HaIac.Cli.Operations;
using HaIac.Engine.Rendering;

namespace HaIac.Cli.Tests.Operations;

public sealed class WaitingDotsTests
{
    [Test]
    public void Tick_SilentSeconds_AreDotsOnALineOfTheirOwn()
    {
        var clock = new ManualClock();
        using var writer = new StringWriter { NewLine = "\n" };
        using (var dots = new WaitingDots(new Lines(writer), writer, "Updating", clock))
        {
            dots.Line("first");
            clock.Tick();
            clock.Tick();
            dots.Line("second");
            clock.Tick();
        }

        Assert.That(writer.ToString(), Is.EqualTo("first\n@ updating.....\nsecond\n@ updating....\n"));
    }

    [Test]
    public void Line_NoClock_HasNoDots()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        using (var dots = new WaitingDots(new Lines(writer), writer, "Updating", null))
            dots.Line("first");

        Assert.That(writer.ToString(), Is.EqualTo("first\n"));
    }

    private sealed class Lines(TextWriter writer) : IDisplayOutput
    {
        public void Line(string line) => writer.WriteLine(line);

        public void Error(string text) => writer.Write(text);
    }

    private sealed class ManualClock : TimeProvider
    {
        private Action _tick = () => { };

        public void Tick() => _tick();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _tick = () => callback(state);
            return new Idle();
        }

        private sealed class Idle : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
