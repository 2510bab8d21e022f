namespace HaIac.Engine.Events;

/// <summary>Something that the engine tells about a running operation; the display is a function of these and nothing else.</summary>
/// <remarks>Source: pulumi-protocol 8.3. The JSON form is written by <see cref="EventJsonWriter"/>.</remarks>
public abstract record EngineEvent;
