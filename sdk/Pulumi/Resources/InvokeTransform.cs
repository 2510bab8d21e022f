namespace Pulumi;

/// <summary>Changes the arguments and options of a provider function's call; the engine calls it before it passes the call on.</summary>
/// <param name="args">The call.</param>
/// <param name="cancellationToken">Cancelled when the engine no longer waits for the answer.</param>
/// <returns>What to use instead, or <c>null</c> for no change.</returns>
public delegate Task<InvokeTransformResult?> InvokeTransform(InvokeTransformArgs args, CancellationToken cancellationToken = default);
