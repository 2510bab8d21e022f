namespace Pulumi.Experimental.Provider;

/// <summary>The component that was constructed.</summary>
/// <param name="urn">Its URN, as the engine answered it.</param>
/// <param name="outputs">Its properties.</param>
/// <param name="outputDependencies">URNs that each property depends on.</param>
public sealed class ConstructResponse(
    Urn urn, IDictionary<string, PropertyValue> outputs, IDictionary<string, ISet<Urn>> outputDependencies)
{
    /// <summary>Its URN, as the engine answered it.</summary>
    public Urn Urn { get; init; } = urn;

    /// <summary>Its properties.</summary>
    public IDictionary<string, PropertyValue> Outputs { get; init; } = outputs;

    /// <summary>URNs that each property depends on.</summary>
    public IDictionary<string, ISet<Urn>> OutputDependencies { get; init; } = outputDependencies;
}
