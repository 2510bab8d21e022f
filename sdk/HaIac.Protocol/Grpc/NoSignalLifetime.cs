using Microsoft.Extensions.Hosting;

namespace HaIac.Protocol.Grpc;

/// <summary>Leaves signals to the program: a server inside a larger program must not end it on Ctrl-C.</summary>
internal sealed class NoSignalLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
