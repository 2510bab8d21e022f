using System.Collections.Concurrent;
using HaIac.Protocol.Messages;

namespace Pulumi.Testing;

/// <summary>Collects the errors of a program under test.</summary>
internal sealed class MockEngine : IEngineClient
{
    private readonly ConcurrentQueue<string> _errors = new();

    public IReadOnlyCollection<string> Errors => _errors;

    public Task LogAsync(LogRequest request, CancellationToken cancellationToken)
    {
        if (request.Severity == LogSeverity.Error)
        {
            _errors.Enqueue(request.Message);
        }

        return Task.CompletedTask;
    }

    public Task RequirePulumiVersionAsync(string range, CancellationToken cancellationToken) => Task.CompletedTask;
}
