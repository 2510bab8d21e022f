using Google.Protobuf.WellKnownTypes;
using Wire = HaIac.Protocol.Messages;

namespace Pulumi.Tests.Experimental.Robustness;

/// <summary>Every call that reaches the provider. A test compares this table with the class and with the protocol.</summary>
internal static class ProviderMethods
{
    private const string Urn = ServedProvider.Urn;

    // The address of something that listens: components are registered with it. Nothing here gets that far.
    public const string Monitor = "127.0.0.1:9";

    public static readonly ProviderMethod[] All =
    [
        new("Handshake", _ => new Wire.ProviderHandshakeRequest()),
        new("Parameterize", _ => new Wire.ParameterizeRequest { Args = new Wire.ParameterizeRequest.Types.ParametersArgs { Args = { "a" } } }),
        new("GetSchema", _ => new Wire.GetSchemaRequest()),
        new("CheckConfig", p => new Wire.CheckRequest { Urn = Urn, Olds = new Struct(), News = p }),
        new("DiffConfig", p => new Wire.DiffRequest { Urn = Urn, Olds = new Struct(), News = p }),
        new("Configure", p => new Wire.ConfigureRequest { Args = p, AcceptSecrets = true, AcceptResources = true }),
        new("Invoke", p => new Wire.InvokeRequest { Tok = "a:b:c", Args = p }),
        new("Create", p => new Wire.CreateRequest { Urn = Urn, Properties = p }),
        new("Read", p => new Wire.ReadRequest { Urn = Urn, Id = "1", Properties = p }),
        new("Check", p => new Wire.CheckRequest { Urn = Urn, Olds = new Struct(), News = p }),
        new("Diff", p => new Wire.DiffRequest { Urn = Urn, Id = "1", Olds = p, News = new Struct() }),
        new("Update", p => new Wire.UpdateRequest { Urn = Urn, Id = "1", Olds = new Struct(), News = p }),
        new("Delete", p => new Wire.DeleteRequest { Urn = Urn, Id = "1", Properties = p }),
        new("Construct", p => new Wire.ConstructRequest { Project = "p", Stack = "s", MonitorEndpoint = Monitor, Type = "a:b:C", Name = "c", Inputs = p }),
        new("Call", p => new Wire.CallRequest { Tok = "a:b:C/m", Args = p }),
        new("List", p => new Wire.ListRequest { Token = "a:b:C", Query = p }),
        new("GetMapping", _ => new Wire.GetMappingRequest { Key = "terraform" }),
        new("GetMappings", _ => new Wire.GetMappingsRequest { Key = "terraform" }),
        new("Cancel", _ => new Empty()),
    ];

    public static IEnumerable<ProviderMethod> WithProperties => All.Where(m => m.CarriesProperties);

    public static IEnumerable<ProviderMethod> WithUrn => All.Where(m => m.CarriesUrn && m.Name != "Configure");
}
