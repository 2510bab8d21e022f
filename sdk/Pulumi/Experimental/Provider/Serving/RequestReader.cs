using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Experimental.Provider;

/// <summary>Reads the requests of one call, and notes the secrets in them.</summary>
internal sealed class RequestReader(string method)
{
    private const string SelfKey = "__self__";

    public string Method { get; } = method;

    public CallSecrets Secrets { get; } = new();

    public CheckRequest Check(Wire.CheckRequest r) =>
        new(Urn(r.Urn), Fields(r.Olds, "olds"), Fields(r.News, "news"), [.. r.RandomSeed])
        {
            Autonaming = r.Autonaming is { } naming ? new AutonamingOptions(naming.ProposedName, (AutonamingMode)naming.Mode) : null,
        };

    public DiffRequest Diff(Wire.DiffRequest r) => new(
        Urn(r.Urn), r.Id, Fields(r.Olds, "olds"), Fields(r.News, "news"), [.. r.IgnoreChanges], Fields(r.OldInputs, "old_inputs"));

    public CreateRequest Create(Wire.CreateRequest r) =>
        new(Urn(r.Urn), Fields(r.Properties, "properties"), Limit(r.Timeout), r.Preview);

    public ReadRequest Read(Wire.ReadRequest r) =>
        new(Urn(r.Urn), r.Id, Fields(r.Properties, "properties"), Fields(r.Inputs, "inputs")) { Timeout = Limit(r.Timeout) };

    public UpdateRequest Update(Wire.UpdateRequest r) => new(
        Urn(r.Urn),
        r.Id,
        Fields(r.Olds, "olds"),
        Fields(r.News, "news"),
        Limit(r.Timeout),
        [.. r.IgnoreChanges],
        r.Preview,
        Fields(r.OldInputs, "old_inputs"));

    public DeleteRequest Delete(Wire.DeleteRequest r) =>
        new(Urn(r.Urn), r.Id, Fields(r.Properties, "properties"), Limit(r.Timeout), Fields(r.OldInputs, "old_inputs"));

    public InvokeRequest Invoke(Wire.InvokeRequest r) => new(r.Tok, Fields(r.Args, "args")) { Preview = r.Preview };

    public CallRequest Call(Wire.CallRequest r)
    {
        var args = Depending(Fields(r.Args, "args"), r.ArgDependencies);
        ResourceReference? self = args.TryGetValue(SelfKey, out var value) && value.TryGetResource(out var reference) ? reference : null;
        return new CallRequest(self, r.Tok, args.Remove(SelfKey));
    }

    public ConstructRequest Construct(Wire.ConstructRequest r)
    {
        if (r.MonitorEndpoint.Length == 0)
        {
            throw Malformed("it names no resource monitor to register the component with.");
        }

        var inputs = Depending(Fields(r.Inputs, "inputs"), r.InputDependencies);
        try
        {
            return new ConstructRequest(r.Type, r.Name, inputs, ConstructOptions.Read(r))
            {
                AdditionalSecretOutputs = [.. r.AdditionalSecretOutputs],
                DeleteBeforeReplace = r.HasDeleteBeforeReplace ? r.DeleteBeforeReplace : null,
            };
        }
        catch (FormatException e)
        {
            throw Malformed($"in the options: {e.Message}");
        }
    }

    public ConfigureRequest Configure(Wire.ConfigureRequest r) => new(
        r.Variables.ToImmutableDictionary(),
        Fields(r.Args, "args"),
        r.AcceptSecrets,
        r.AcceptResources,
        r.SendsOldInputs,
        r.SendsOldInputsToDelete)
    {
        Id = r.HasId ? r.Id : null,
        Urn = r.HasUrn ? Urn(r.Urn) : null,
        Name = r.HasName ? r.Name : null,
        Type = r.HasType ? r.Type : null,
    };

    public ListRequest List(Wire.ListRequest r) => new(r.Token, Fields(r.Query, "query"))
    {
        Limit = r.Limit,
        PageSize = r.PageSize,
        ContinuationToken = r.ContinuationToken.Length == 0 ? null : r.ContinuationToken,
    };

    public static HandshakeRequest Handshake(Wire.ProviderHandshakeRequest r) => new()
    {
        RootDirectory = r.HasRootDirectory ? r.RootDirectory : null,
        ProgramDirectory = r.HasProgramDirectory ? r.ProgramDirectory : null,
        ConfigureWithUrn = r.ConfigureWithUrn,
        SupportsViews = r.SupportsViews,
        SupportsRefreshBeforeUpdate = r.SupportsRefreshBeforeUpdate,
        InvokeWithPreview = r.InvokeWithPreview,
    };

    public static GetMappingRequest GetMapping(Wire.GetMappingRequest r) => new(r.Key, r.Provider.Length == 0 ? null : r.Provider);

    public static GetMappingsRequest GetMappings(Wire.GetMappingsRequest r) => new(r.Key);

    public static GetSchemaRequest GetSchema(Wire.GetSchemaRequest r) => new(
        r.Version,
        r.SubpackageName.Length == 0 ? null : r.SubpackageName,
        r.SubpackageVersion.Length == 0 ? null : r.SubpackageVersion);

    public ParameterizeRequest Parameterize(Wire.ParameterizeRequest r) => new(r.ParametersCase switch
    {
        Wire.ParameterizeRequest.ParametersOneofCase.Args => new ParametersArgs([.. r.Args.Args]),
        Wire.ParameterizeRequest.ParametersOneofCase.Value => new ParametersValue(r.Value.Name, r.Value.Version, [.. r.Value.Value]),
        _ => throw Malformed("it carries no parameters."),
    });

    // Dependencies travel beside the values; inside they may have some already.
    private static ImmutableDictionary<string, PropertyValue> Depending(
        ImmutableDictionary<string, PropertyValue> fields, IEnumerable<KeyValuePair<string, Wire.PropertyDependencies>> dependencies) =>
        fields.SetItems(dependencies.Where(d => fields.ContainsKey(d.Key)).Select(d => KeyValuePair.Create(
            d.Key,
            fields[d.Key].WithDependencies(fields[d.Key].Dependencies.Union(d.Value.Urns.Select(urn => new Urn(urn)))))));

    private Urn Urn(string urn) =>
        Pulumi.Urn.IsWellFormed(urn) ? new Urn(urn) : throw Malformed($"\"{urn}\" is no URN.");

    private ImmutableDictionary<string, PropertyValue> Fields(Struct? fields, string part)
    {
        try
        {
            var wire = WireReader.FromStruct(fields);
            Secrets.Add(wire);
            return PropertyMarshaller.FromWire(wire);
        }
        catch (FormatException e)
        {
            throw Malformed($"in {part}: {e.Message}");
        }
    }

    // Times come as seconds in a double, which may hold anything.
    private static TimeSpan Limit(double seconds) => seconds switch
    {
        > 0 when seconds < TimeSpan.MaxValue.TotalSeconds => TimeSpan.FromSeconds(seconds),
        > 0 => TimeSpan.MaxValue,
        _ => TimeSpan.Zero,
    };

    private GrpcException Malformed(string why) => new(GrpcStatusCode.InvalidArgument, $"The request of {Method} cannot be understood: {why}");
}
