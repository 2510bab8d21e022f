namespace Architecture.Tests.Requirements;

/// <summary>A test that says of itself that it proves a requirement.</summary>
/// <param name="Item">The requirement it names.</param>
/// <param name="Project">The test project.</param>
/// <param name="Fixture">The class it is in.</param>
/// <param name="Test">The method; empty where the whole class says it.</param>
/// <param name="IsCorrection">Whether it fails on what the originals did (property "Correction").</param>
internal sealed record RequirementProof(string Item, string Project, string Fixture, string Test, bool IsCorrection);
