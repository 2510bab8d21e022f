using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Outputs that a component or the stack of a program under test registers.</summary>
/// <param name="urn">URN of the resource.</param>
/// <param name="outputs">Outputs by name.</param>
public class MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
{
    /// <summary>URN of the component or stack that registers outputs.</summary>
    public readonly string Urn = urn;

    /// <summary>The outputs by name; secret and unknown ones are so here too.</summary>
    public readonly ImmutableDictionary<string, Output<object?>> Outputs = outputs;
}
