using HaIac.Protocol.Messages;
using HaIac.Testing;

namespace Pulumi.Tests.Deployments.Programs;

/// <summary>An engine that registers the stack and then answers no registration any more.</summary>
internal sealed class SilentAnswers : EngineAnswers
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when a registration waits for its answer.</summary>
    public Task Asked => _asked.Task;

    public override async Task<RegisterResourceResponse> RegisterAsync(string urn, RegisterResourceRequest request)
    {
        if (request.Custom)
        {
            _asked.TrySetResult();
            await Task.Delay(Timeout.Infinite);
        }

        return await base.RegisterAsync(urn, request);
    }
}
