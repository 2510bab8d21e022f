using Pulumi.TestProgram;

namespace Pulumi.Benchmarks;

/// <summary>Programs of different shape, by name.</summary>
internal static class Shapes
{
    /// <summary>Ten inputs each, and five dependencies on the resources just before: one long chain.</summary>
    public const string Chain = "chain";

    /// <summary>No dependencies: everything is in flight at once.</summary>
    public const string Wide = "wide";

    /// <summary>A hundred resources in each component, and each component waits for the one before.</summary>
    public const string Components = "components";

    /// <summary>One exception among one apply for each resource.</summary>
    public const string Failing = "failing";

    public static Action Program(string shape, int count)
        => shape switch
        {
            Chain => () => LoadPrograms.Declare(count),
            Wide => () => LoadPrograms.DeclareWide(count),
            Components => () => LoadPrograms.DeclareInComponents(count),
            Failing => () => LoadPrograms.DeclareWithFailure(count),
            _ => throw new ArgumentException($"There is no program of the shape '{shape}'.", nameof(shape)),
        };
}
