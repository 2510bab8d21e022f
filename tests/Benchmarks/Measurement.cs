namespace Benchmarks;

/// <summary>How long one way took to bring the content in.</summary>
/// <param name="Name">The way.</param>
/// <param name="Written">Until all of it was in the CIB.</param>
/// <param name="Settled">Until every instance ran on every node, for those that wait at their end: until they ended.</param>
/// <param name="Updates">How many times the configuration was changed (steps of the CIB's epoch).</param>
internal sealed record Measurement(string Name, TimeSpan Written, TimeSpan Settled, int Updates);
