namespace HaIac.Engine.Events;

/// <summary>Last event of every operation: nothing follows.</summary>
public sealed record CancelEvent : EngineEvent;
