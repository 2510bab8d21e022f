namespace HaIac.Engine.Events;

/// <summary>A step begins.</summary>
/// <param name="Metadata">The step.</param>
/// <param name="Planning">True in a preview: nothing will be done.</param>
public sealed record ResourcePreEvent(StepMetadata Metadata, bool Planning = false) : EngineEvent;
