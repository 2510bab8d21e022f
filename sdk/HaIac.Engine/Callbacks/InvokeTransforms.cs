using System.Collections.Immutable;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace HaIac.Engine.Callbacks;

/// <summary>Functions of the program that change calls of provider functions before they are made.</summary>
/// <remarks>Source: pulumi-protocol.md 2.9.</remarks>
internal sealed class InvokeTransforms
{
    private ImmutableArray<Callback> transforms = [];

    /// <summary>Adds a transform that all later calls go through.</summary>
    /// <exception cref="GrpcException">The callback is incomplete.</exception>
    public void Add(Callback callback)
    {
        ProgramCallback.Require(callback, "invoke transform");
        ImmutableInterlocked.Update(ref transforms, known => known.Add(callback));
    }

    /// <summary>The call as the transforms leave it; the same one if there are none.</summary>
    /// <exception cref="GrpcException">A transform failed: the call fails with its words.</exception>
    public async Task<ResourceInvokeRequest> ApplyAsync(ResourceInvokeRequest request, CancellationToken ct)
    {
        var changed = request;
        foreach (var callback in transforms)
        {
            var question = new TransformInvokeRequest
            {
                Token = changed.Tok,
                Args = changed.Args,
                Options = new TransformInvokeOptions
                {
                    Provider = changed.Provider,
                    Version = changed.Version,
                    PluginDownloadUrl = changed.PluginDownloadURL,
                    PluginChecksums = { changed.PluginChecksums },
                },
            };
            var answer = await ProgramCallback.AskAsync(callback, question, TransformInvokeResponse.Parser, ct).ConfigureAwait(false);
            changed = changed.Clone();
            changed.Args = answer.Args ?? changed.Args;
            if (answer.Options is { } options)
            {
                changed.Provider = options.Provider;
                changed.Version = options.Version;
                changed.PluginDownloadURL = options.PluginDownloadUrl;
                changed.PluginChecksums.Clear();
                changed.PluginChecksums.Add(options.PluginChecksums);
            }
        }

        return changed;
    }
}
