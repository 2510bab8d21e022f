namespace HaIac.Operating.Lifecycle;

/// <summary>One thing that an operation did, or found needless.</summary>
/// <param name="Name">A fixed word: managed, takeover, cleanup, location, ban, target-role, lock, reload, restart, maintenance, wait.</param>
/// <param name="Text">What was done in one line.</param>
/// <param name="Changed">Whether anything was changed.</param>
internal sealed record OperationStep(string Name, string Text, bool Changed);
