namespace HaIac.Engine.Events;

/// <summary>How one property path changes.</summary>
/// <param name="Kind">What happens to it.</param>
/// <param name="InputDiff">True if the comparison is of inputs with inputs, false if of old outputs with new inputs.</param>
public sealed record PropertyDiff(PropertyDiffKind Kind, bool InputDiff);
