namespace HaIac.Engine.State;

/// <summary>A step that had begun when the file was written; still there after a crash.</summary>
/// <param name="Kind">What was being done.</param>
/// <param name="Resource">To which resource, as it was meant to become.</param>
public sealed record PendingOperation(PendingOperationKind Kind, StateResource Resource);
