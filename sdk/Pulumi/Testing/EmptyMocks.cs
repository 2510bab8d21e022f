namespace Pulumi.Testing;

/// <summary>Mocks for tests in which the answers do not matter: resources return their inputs, functions their arguments.</summary>
public class EmptyMocks : IMocks
{
    /// <summary>Answers with the inputs and no id.</summary>
    /// <param name="args">The resource.</param>
    /// <returns>No id, and the inputs.</returns>
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Task.FromResult<(string? id, object state)>((null, args.Inputs));
    }

    /// <summary>Answers with the arguments.</summary>
    /// <param name="args">The call.</param>
    /// <returns>The arguments.</returns>
    public Task<object> CallAsync(MockCallArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Task.FromResult<object>(args.Args);
    }
}
