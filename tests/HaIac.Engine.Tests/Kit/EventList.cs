using HaIac.Engine.Events;

namespace HaIac.Engine.Tests.Kit;

/// <summary>Keeps events in the order in which they came.</summary>
internal sealed class EventList : IEventSink
{
    private readonly Lock gate = new();
    private readonly List<EngineEvent> events = [];

    public IReadOnlyList<EngineEvent> Events
    {
        get
        {
            lock (gate)
            {
                return [.. events];
            }
        }
    }

    public IEnumerable<string> Errors =>
        Events.OfType<DiagnosticEvent>().Where(e => e.Severity == DiagnosticSeverity.Error).Select(e => e.Message);

    public void Emit(EngineEvent happened)
    {
        lock (gate)
        {
            events.Add(happened);
        }
    }
}
