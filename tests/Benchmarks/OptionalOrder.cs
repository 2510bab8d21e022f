namespace Benchmarks;

/// <summary>An order constraint between two clones.</summary>
internal sealed record OptionalOrder(string Id, string First, string Kind);
