using HaIac.Engine.Events;
using HaIac.Engine.Rendering;

namespace HaIac.Engine.Tests.Rendering;

/// <summary>Takes what a view prints, and feeds a view with events a tenth of a millisecond apart unless a test says otherwise.</summary>
internal sealed class Printed : IDisplayOutput
{
    private readonly List<string> _lines = [];

    public string Text => string.Join('\n', _lines);

    public string Errors { get; private set; } = "";

    public static Printed By(IOperationView view, params (double Second, EngineEvent Happened)[] events)
    {
        var printed = new Printed();
        view.Begin(printed);
        foreach (var (second, happened) in events)
            view.Accept(happened, DateTimeOffset.UnixEpoch.AddSeconds(second), printed);
        return printed;
    }

    public void Line(string line) => _lines.Add(line);

    public void Error(string text) => Errors += text;
}
