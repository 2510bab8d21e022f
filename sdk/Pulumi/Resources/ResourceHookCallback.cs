namespace Pulumi;

/// <summary>Runs before or after an operation on a resource. An exception fails the operation.</summary>
/// <param name="args">The resource and its properties.</param>
/// <param name="cancellationToken">Cancelled when the engine no longer waits.</param>
/// <returns>When the hook has done its work.</returns>
public delegate Task ResourceHookCallback(ResourceHookArgs args, CancellationToken cancellationToken = default);
