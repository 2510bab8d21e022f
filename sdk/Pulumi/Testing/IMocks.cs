namespace Pulumi.Testing;

/// <summary>Stands in for the engine and all providers in unit tests of a program.</summary>
public interface IMocks
{
    /// <summary>Answers the registration or the reading of a resource, the stack excepted.</summary>
    /// <param name="args">The resource.</param>
    /// <returns>
    /// The id, or <c>null</c> for components, and the output properties: a dictionary by wire name, or an args object.
    /// </returns>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Answers a call of a provider's function or of a resource's method.</summary>
    /// <param name="args">The call.</param>
    /// <returns>The result: a dictionary by wire name, or an args object.</returns>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Hears of the outputs of components and of the stack; does nothing unless implemented.</summary>
    /// <param name="args">The outputs.</param>
    /// <returns>When the outputs are noted.</returns>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
