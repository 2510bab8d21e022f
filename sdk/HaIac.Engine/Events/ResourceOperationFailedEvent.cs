namespace HaIac.Engine.Events;

/// <summary>A step has failed; a <see cref="DiagnosticEvent"/> with the reason came before.</summary>
/// <param name="Metadata">The step.</param>
/// <param name="Status">What is known of the object afterwards.</param>
/// <param name="Steps">How many logical steps the operation has finished so far.</param>
public sealed record ResourceOperationFailedEvent(StepMetadata Metadata, StepStatus Status, int Steps) : EngineEvent;
