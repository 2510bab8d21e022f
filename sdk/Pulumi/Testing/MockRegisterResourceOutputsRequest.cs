using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Outputs that a component or the stack of a program under test registers.</summary>
/// <param name="urn">URN of the resource.</param>
/// <param name="outputs">Outputs by name.</param>
public class MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
{
    /// <summary>URN of the resource.</summary>
    public readonly string Urn = urn;

    /// <summary>Outputs by name.</summary>
    public readonly ImmutableDictionary<string, Output<object?>> Outputs = outputs;
}
