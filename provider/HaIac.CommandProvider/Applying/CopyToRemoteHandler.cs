using System.Collections.Immutable;
using HaIac.CommandProvider.Checking;
using HaIac.CommandProvider.Copying;
using HaIac.CommandProvider.Reaching;
using HaIac.CommandProvider.Running;
using Pulumi.Experimental;

namespace HaIac.CommandProvider.Applying;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>Copies files, texts and folders. Another connection alone copies nothing; deleting leaves the copy where it is.</summary>
/// <param name="copies">Does it.</param>
/// <param name="directory">The folder of the program, where relative paths start.</param>
internal sealed class CopyToRemoteHandler(CopyRun copies, string directory) : IResourceHandler
{
    /// <inheritdoc/>
    public string IdPrefix(string name) => "";

    /// <inheritdoc/>
    public Fields Predict(Fields inputs, Fields? old) => inputs;

    /// <inheritdoc/>
    public async Task<Fields> CreateAsync(Fields inputs, CallContext call, CancellationToken cancellationToken)
    {
        var reader = new InputReader(inputs);
        var source = CopySource.Of(reader.File("source")!, directory, $"{call.Subject}, property source");
        await copies.CopyAsync(ConnectionReader.Read(reader), source, reader.Text("remotePath")!, call, cancellationToken).ConfigureAwait(false);
        return inputs;
    }

    /// <inheritdoc/>
    public Task<Fields> UpdateAsync(Fields inputs, Fields old, CallContext call, CancellationToken cancellationToken)
    {
        var (now, before) = (new InputReader(inputs), new InputReader(old));
        return now.Text("remotePath") == before.Text("remotePath") && Hash(now) is { } hash && hash == Hash(before)
            ? Task.FromResult(inputs)
            : CreateAsync(inputs, call, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(Fields old, CallContext call, CancellationToken cancellationToken) => Task.CompletedTask;

    private static string? Hash(InputReader reader) => reader.File("source")?.Hash;
}
