using HaIac.Engine.Events;

namespace HaIac.Engine.Rendering;

/// <summary>Turns the events of one operation into text. The text depends on the events and their times only.</summary>
public interface IOperationView
{
    /// <summary>Prints the heading; comes before the first event.</summary>
    /// <param name="output">Takes the text.</param>
    void Begin(IDisplayOutput output);

    /// <summary>Prints what an event adds.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="output">Takes the text.</param>
    void Accept(EngineEvent happened, DateTimeOffset at, IDisplayOutput output);
}
