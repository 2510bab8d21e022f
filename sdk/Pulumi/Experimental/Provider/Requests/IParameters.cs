namespace Pulumi.Experimental.Provider;

/// <summary>What a provider is parameterised with: a <see cref="ParametersArgs"/> or a <see cref="ParametersValue"/>.</summary>
public interface IParameters
{
}
