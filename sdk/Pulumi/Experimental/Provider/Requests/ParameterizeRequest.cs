namespace Pulumi.Experimental.Provider;

/// <summary>Turns the provider into one for another package.</summary>
/// <param name="parameters">A <see cref="ParametersArgs"/> or a <see cref="ParametersValue"/>.</param>
public sealed class ParameterizeRequest(Parameters parameters)
{
    /// <summary>A <see cref="ParametersArgs"/> or a <see cref="ParametersValue"/>.</summary>
    public Parameters Parameters { get; } = parameters;
}
