namespace HaIac.Cib.Checking;

/// <summary>Why one moment comes before another.</summary>
/// <param name="Constraint">The id of the order constraint; null when the resources themselves demand it.</param>
/// <param name="Text">The cause in words: <c>order o1</c>, <c>group g</c>.</param>
internal readonly record struct OrderCause(string? Constraint, string Text);
