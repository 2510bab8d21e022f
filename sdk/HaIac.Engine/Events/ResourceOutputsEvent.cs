namespace HaIac.Engine.Events;

/// <summary>A step has ended well; the new state in <paramref name="Metadata"/> has its outputs.</summary>
/// <param name="Metadata">The step with what came of it.</param>
/// <param name="Planning">True in a preview: nothing was done.</param>
public sealed record ResourceOutputsEvent(StepMetadata Metadata, bool Planning = false) : EngineEvent;
