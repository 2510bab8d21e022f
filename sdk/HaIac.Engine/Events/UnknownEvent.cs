namespace HaIac.Engine.Events;

/// <summary>An event of a kind that this version does not know; kept as it came, shown by nobody.</summary>
/// <param name="Kind">Name of the payload.</param>
/// <param name="Json">The payload as JSON text.</param>
public sealed record UnknownEvent(string Kind, string Json) : EngineEvent;
