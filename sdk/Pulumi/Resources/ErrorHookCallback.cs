namespace Pulumi;

/// <summary>Runs when an operation on a resource has failed.</summary>
/// <param name="args">The resource, its properties and the errors.</param>
/// <param name="cancellationToken">Cancelled when the engine no longer waits.</param>
/// <returns>Whether the operation is tried again.</returns>
public delegate Task<bool> ErrorHookCallback(ErrorHookArgs args, CancellationToken cancellationToken = default);
