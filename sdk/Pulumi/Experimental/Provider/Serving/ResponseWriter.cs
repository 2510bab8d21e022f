using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Properties;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Experimental.Provider;

/// <summary>Writes the answers of the provider in the form that the engine takes.</summary>
internal sealed class ResponseWriter(WireMarshalOptions accepted)
{
    public Wire.CheckResponse Check(CheckResponse r)
    {
        var result = new Wire.CheckResponse { Inputs = Fields(r.Inputs) };
        result.Failures.AddRange(Failures(r.Failures));
        return result;
    }

    public static Wire.DiffResponse Diff(DiffResponse r)
    {
        var result = new Wire.DiffResponse
        {
            Changes = r.Changes switch
            {
                true => Wire.DiffResponse.Types.DiffChanges.DiffSome,
                false => Wire.DiffResponse.Types.DiffChanges.DiffNone,
                null => Wire.DiffResponse.Types.DiffChanges.DiffUnknown,
            },
            DeleteBeforeReplace = r.DeleteBeforeReplace,

            // The engine looks at the detailed diff only when it is told that there is one.
            HasDetailedDiff = r.DetailedDiff is not null,
        };
        result.Replaces.AddRange(r.Replaces ?? []);
        result.Stables.AddRange(r.Stables ?? []);
        result.Diffs.AddRange(r.Diffs ?? []);
        foreach (var (path, diff) in r.DetailedDiff ?? new Dictionary<string, PropertyDiff>())
        {
            result.DetailedDiff[path] = new Wire.PropertyDiff
            {
                Kind = (Wire.PropertyDiff.Types.Kind)diff.Kind,
                InputDiff = diff.InputDiff,
            };
        }

        return result;
    }

    public Wire.CreateResponse Create(CreateResponse r)
    {
        var result = new Wire.CreateResponse { Id = r.Id ?? string.Empty, RefreshBeforeUpdate = r.RefreshBeforeUpdate };
        try
        {
            result.Properties = Fields(r.Outputs);
            return result;
        }
        catch (Exception e) when (result.Id.Length > 0)
        {
            // The object exists. A plain failure would lose its id, and with it the object.
            throw new ResourceInitializationException(
                result.Id, ImmutableDictionary<string, PropertyValue>.Empty, [$"It was made, but its outputs cannot be told: {e.Message}"])
            {
                RefreshBeforeUpdate = true,
            };
        }
    }

    public Wire.ReadResponse Read(ReadResponse r) =>
        new()
        {
            Id = r.Id ?? string.Empty,
            Properties = Fields(r.Outputs),
            Inputs = Fields(r.Inputs),
            RefreshBeforeUpdate = r.RefreshBeforeUpdate,
        };

    public Wire.UpdateResponse Update(UpdateResponse r) =>
        new() { Properties = Fields(r.Outputs), RefreshBeforeUpdate = r.RefreshBeforeUpdate };

    public Wire.InvokeResponse Invoke(InvokeResponse r)
    {
        var result = new Wire.InvokeResponse { Return = Fields(r.Return) };
        result.Failures.AddRange(Failures(r.Failures));
        return result;
    }

    public Wire.CallResponse Call(CallResponse r)
    {
        var result = new Wire.CallResponse { Return = Fields(r.Return) };
        result.Failures.AddRange(Failures(r.Failures));
        Dependencies(r.ReturnDependencies, result.ReturnDependencies);
        return result;
    }

    public Wire.ConstructResponse Construct(ConstructResponse r)
    {
        var result = new Wire.ConstructResponse { Urn = r.Urn, State = Fields(r.Outputs) };
        Dependencies(r.OutputDependencies, result.StateDependencies);
        return result;
    }

    /// <summary>
    /// Answers what the handshake promised too: an engine that saw a handshake goes by it, so a narrower answer here would be a
    /// contradiction.
    /// </summary>
    public static Wire.ConfigureResponse Configure(ConfigureResponse r, HandshakeResponse? handshake) => new()
    {
        AcceptSecrets = r.AcceptSecrets || handshake?.AcceptSecrets == true,
        SupportsPreview = r.SupportsPreview || handshake is not null,
        AcceptResources = r.AcceptResources || handshake?.AcceptResources == true,
        AcceptOutputs = r.AcceptOutputs || handshake?.AcceptOutputs == true,
        SupportsAutonamingConfiguration = r.SupportsAutonamingConfiguration || handshake?.SupportsAutonamingConfiguration == true,
    };

    // Byte strings are not accepted: property values have no such kind, so engines must send texts.
    public static Wire.ProviderHandshakeResponse Handshake(HandshakeResponse r) => new()
    {
        AcceptSecrets = r.AcceptSecrets,
        AcceptResources = r.AcceptResources,
        AcceptOutputs = r.AcceptOutputs,
        SupportsAutonamingConfiguration = r.SupportsAutonamingConfiguration,
    };

    public static Wire.GetMappingResponse GetMapping(GetMappingResponse r) =>
        new() { Provider = r.Provider ?? string.Empty, Data = r.Data.IsDefault ? ByteString.Empty : ByteString.CopyFrom(r.Data.AsSpan()) };

    public static Wire.GetMappingsResponse GetMappings(GetMappingsResponse r)
    {
        var result = new Wire.GetMappingsResponse();
        result.Providers.AddRange(r.Providers ?? []);
        return result;
    }

    public static IReadOnlyList<Wire.ListResponse> List(ListResponse r)
    {
        if (r.Computed)
        {
            return [new Wire.ListResponse { Computed = new Wire.ListResponse.Types.Computed() }];
        }

        var results = (r.Results ?? []).Select(found => new Wire.ListResponse
        {
            Result = new Wire.ListResponse.Types.ListResult { Id = found.Id, Name = found.Name },
        });
        return string.IsNullOrEmpty(r.ContinuationToken)
            ? [.. results]
            : [.. results, new Wire.ListResponse { Continuation = new() { ContinuationToken = r.ContinuationToken } }];
    }

    private static void Dependencies(IDictionary<string, ISet<Urn>>? from, IDictionary<string, Wire.PropertyDependencies> to)
    {
        foreach (var (name, urns) in from ?? ImmutableDictionary<string, ISet<Urn>>.Empty)
        {
            var dependencies = new Wire.PropertyDependencies();
            dependencies.Urns.AddRange(urns.Select(urn => urn.Value).Order(StringComparer.Ordinal));
            to[name] = dependencies;
        }
    }

    private static IEnumerable<Wire.CheckFailure> Failures(IList<CheckFailure>? failures) =>
        (failures ?? []).Select(f => new Wire.CheckFailure { Property = f.Property ?? string.Empty, Reason = f.Reason ?? string.Empty });

    private Struct? Fields(IDictionary<string, PropertyValue>? properties) =>
        properties is null ? null : PropertyMarshaller.ToStruct(properties, accepted);
}
