namespace HaIac.Operating.Reporting;

/// <summary>Something that was set by hand: how things are meant to be for now, not how they are configured.</summary>
/// <param name="Subject">A resource, a node, or empty for the whole cluster.</param>
/// <param name="Text">The setting: <c>target-role=Stopped</c>, or the constraint and what it does.</param>
internal sealed record OperatorMark(string Subject, string Text);
