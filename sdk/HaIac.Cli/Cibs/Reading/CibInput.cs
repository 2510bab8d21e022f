using HaIac.Cib.Documents;
using HaIac.Transport;

namespace HaIac.Cli.Cibs.Reading;

/// <summary>A CIB that a command was pointed at.</summary>
/// <param name="Name">Where it is from, for messages: a path, <c>standard input</c>, the address of a cluster.</param>
/// <param name="Document">What was read.</param>
internal sealed record CibInput(string Name, CibDocument Document) : IAsyncDisposable
{
    /// <summary>The file; null when it is none.</summary>
    public string? Path { get; init; }

    /// <summary>The text as it was read; null when it came from a cluster.</summary>
    public string? Text { get; init; }

    /// <summary>The cluster; null for a file or standard input.</summary>
    public ICibTransport? Cluster { get; init; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Cluster?.DisposeAsync() ?? ValueTask.CompletedTask;
}
