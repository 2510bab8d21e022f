using System.Collections.Concurrent;
using System.Collections.Immutable;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Callbacks;

/// <summary>Functions of the program that change registrations before anything else is made of them.</summary>
/// <remarks>Source: pulumi-protocol.md 2.9.</remarks>
internal sealed class ResourceTransforms
{
    private readonly ConcurrentDictionary<string, ImmutableArray<Callback>> own = new(StringComparer.Ordinal);
    private ImmutableArray<Callback> stack = [];

    /// <summary>Adds a transform that all later registrations go through.</summary>
    /// <exception cref="GrpcException">The callback is incomplete.</exception>
    public void AddForStack(Callback callback)
    {
        ProgramCallback.Require(callback, "transform");
        ImmutableInterlocked.Update(ref stack, transforms => transforms.Add(callback));
    }

    /// <summary>The registration as the transforms leave it; the same one if there are none.</summary>
    /// <param name="urn">URN of the resource.</param>
    /// <param name="request">What the program sent.</param>
    /// <param name="provider">The provider that is known already; empty if the default one will serve.</param>
    /// <param name="parentOf">The parent of a registered resource; empty without one.</param>
    /// <param name="ct">Gives the calls up.</param>
    /// <exception cref="GrpcException">A transform failed: the registration fails with its words.</exception>
    public async Task<RegisterResourceRequest> ApplyAsync(
        string urn, RegisterResourceRequest request, string provider, Func<string, string> parentOf, CancellationToken ct)
    {
        var chain = Chain(urn, request, parentOf);
        if (chain.Count == 0)
        {
            return request;
        }

        var properties = WireWriter.ToStruct(Properties(request), WireMarshalOptions.Everything);
        var options = TransformOptions.Of(request, provider);
        foreach (var callback in chain)
        {
            var question = new TransformRequest
            {
                Type = request.Type,
                Name = request.Name,
                Custom = request.Custom,
                Parent = request.Parent,
                Properties = properties,
                Options = options,
            };
            var answer = await ProgramCallback.AskAsync(callback, question, TransformResponse.Parser, ct).ConfigureAwait(false);
            properties = answer.Properties ?? properties;
            options = answer.Options ?? options;
        }

        return Changed(request, properties, options);
    }

    private static WireObject Properties(RegisterResourceRequest request)
    {
        var all = request.PropertyDependencies.Count == 0 && !request.Remote ? request.Dependencies : [];
        return OutputValues.Of(
            Read(request.Object),
            key => request.PropertyDependencies.TryGetValue(key, out var urns) ? urns.Urns : all);
    }

    private static WireObject Read(Google.Protobuf.WellKnownTypes.Struct? fields)
    {
        try
        {
            return WireReader.FromStruct(fields);
        }
        catch (FormatException e)
        {
            throw new GrpcException(GrpcStatusCode.Unknown, $"unmarshal properties: {e.Message}", inner: e);
        }
    }

    // What the properties depend on now comes from their values alone: a transform may have replaced them.
    private static RegisterResourceRequest Changed(
        RegisterResourceRequest request, Google.Protobuf.WellKnownTypes.Struct properties, TransformResourceOptions options)
    {
        var changed = TransformOptions.Apply(request, options);
        changed.Object = properties;
        changed.PropertyDependencies.Clear();
        var all = new SortedSet<string>(changed.Dependencies, StringComparer.Ordinal);
        foreach (var (key, value) in Read(properties))
        {
            var urns = new SortedSet<string>(OutputValues.Dependencies(value), StringComparer.Ordinal);
            changed.PropertyDependencies[key] = new PropertyDependencies { Urns = { urns } };
            all.UnionWith(urns);
        }

        changed.Dependencies.Clear();
        changed.Dependencies.AddRange(all);
        return changed;
    }

    private List<Callback> Chain(string urn, RegisterResourceRequest request, Func<string, string> parentOf)
    {
        // A component that a provider constructs is registered by the provider too, which knows nothing of the transforms.
        var transforms = request.Transforms.Count > 0
            ? own[urn] = [.. request.Transforms.Select(callback => ProgramCallback.Require(callback, "transform"))]
            : own.GetValueOrDefault(urn, []);
        var chain = new List<Callback>(transforms);
        for (var at = request.Parent; at.Length > 0; at = parentOf(at))
        {
            chain.AddRange(own.GetValueOrDefault(at, []));
        }

        chain.AddRange(stack);
        return chain;
    }
}
