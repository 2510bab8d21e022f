using System.Globalization;

namespace HaIac.Engine.Tests.Misbehaving;

/// <summary>Stands for the standard output of a plugin: hands out the port that is written to it.</summary>
internal sealed class PortLine : StringWriter
{
    private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<int> Port => port.Task;

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        port.TrySetResult(int.Parse(ToString(), CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }
}
