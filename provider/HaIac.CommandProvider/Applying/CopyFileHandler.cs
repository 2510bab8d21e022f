using System.Collections.Immutable;
using HaIac.CommandProvider.Checking;
using HaIac.CommandProvider.Copying;
using HaIac.CommandProvider.Findings;
using HaIac.CommandProvider.Reaching;
using HaIac.CommandProvider.Running;
using Pulumi.Experimental;

namespace HaIac.CommandProvider.Applying;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>Copies one file, once. Every change replaces the resource, and so copies again.</summary>
/// <param name="copies">Does it.</param>
/// <param name="directory">The folder of the program, where relative paths start.</param>
internal sealed class CopyFileHandler(CopyRun copies, string directory) : IResourceHandler
{
    /// <inheritdoc/>
    public string IdPrefix(string name) => "";

    /// <inheritdoc/>
    public Fields Predict(Fields inputs, Fields? old) => inputs;

    /// <inheritdoc/>
    public async Task<Fields> CreateAsync(Fields inputs, CallContext call, CancellationToken cancellationToken)
    {
        var reader = new InputReader(inputs);
        var where = $"{call.Subject}, property localPath";
        var source = CopySource.OfPath(reader.Text("localPath")!, directory, where);
        if (source.IsFolder)
        {
            throw new FindingException(new(FindingCode.NoSource, $"{source.Path} is a folder.", where, "CopyFile copies single files.", "Use CopyToRemote with a FileArchive."));
        }

        await copies.CopyAsync(ConnectionReader.Read(reader), source, reader.Text("remotePath")!, call, cancellationToken).ConfigureAwait(false);
        return inputs;
    }

    /// <inheritdoc/>
    public Task<Fields> UpdateAsync(Fields inputs, Fields old, CallContext call, CancellationToken cancellationToken) => CreateAsync(inputs, call, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(Fields old, CallContext call, CancellationToken cancellationToken) => Task.CompletedTask;
}
