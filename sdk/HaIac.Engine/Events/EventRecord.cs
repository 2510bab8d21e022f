namespace HaIac.Engine.Events;

/// <summary>An event with its place and time in an operation.</summary>
/// <param name="Sequence">Position in the operation, from 0.</param>
/// <param name="Time">When it happened; the JSON form keeps whole seconds.</param>
/// <param name="Event">What happened.</param>
public sealed record EventRecord(int Sequence, DateTimeOffset Time, EngineEvent Event);
