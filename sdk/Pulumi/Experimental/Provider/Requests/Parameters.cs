namespace Pulumi.Experimental.Provider;

/// <summary>
/// What turns a provider into one for another package: <see cref="ParametersArgs"/> when a user adds the package,
/// <see cref="ParametersValue"/> when a program uses the package that came of it.
/// </summary>
public abstract class Parameters
{
}
