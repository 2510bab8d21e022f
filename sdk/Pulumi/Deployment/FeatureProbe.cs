using System.Collections.Concurrent;

namespace Pulumi;

/// <summary>Asks the engine once for each feature whether it has it.</summary>
internal sealed class FeatureProbe(IMonitorClient monitor, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _answers = new();

    public Task<bool> HasAsync(string feature)
        => _answers.GetOrAdd(feature, f => new Lazy<Task<bool>>(() => monitor.SupportsFeatureAsync(f, cancellationToken))).Value;

    /// <summary>Fails when the engine lacks something that the program needs.</summary>
    /// <exception cref="InvalidOperationException">The engine lacks it.</exception>
    public async Task RequireAsync(string feature, string whatForUsers)
    {
        if (!await HasAsync(feature).ConfigureAwait(false))
        {
            throw new InvalidOperationException($"The Pulumi CLI does not support {whatForUsers}. Please update the Pulumi CLI.");
        }
    }
}
