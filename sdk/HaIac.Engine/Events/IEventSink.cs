namespace HaIac.Engine.Events;

/// <summary>Takes the events of one operation in the order in which they happen.</summary>
/// <remarks>The engine emits from several threads; an implementation puts them in order itself.</remarks>
public interface IEventSink
{
    /// <summary>Takes one event. Must be quick and must not throw: the deployment waits for it.</summary>
    /// <param name="happened">What happened.</param>
    void Emit(EngineEvent happened);
}
