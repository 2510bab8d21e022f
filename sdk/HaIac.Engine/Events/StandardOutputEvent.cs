namespace HaIac.Engine.Events;

/// <summary>A line that the engine itself says to the user, such as the answer to Ctrl-C.</summary>
/// <param name="Message">The text.</param>
public sealed record StandardOutputEvent(string Message) : EngineEvent;
