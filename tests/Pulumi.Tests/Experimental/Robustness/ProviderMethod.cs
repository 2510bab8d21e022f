using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Tests.Experimental.Robustness;

/// <summary>One call of the protocol as a peer may make it.</summary>
/// <param name="Name">Name of the method.</param>
/// <param name="Request">Makes a request that carries the given properties, if it has a place for some.</param>
public sealed record ProviderMethod(string Name, Func<Struct, IMessage> Request)
{
    /// <summary>Whether the request has a place for properties.</summary>
    public bool CarriesProperties { get; } = !Request(Some()).Equals(Request(new Struct()));

    /// <summary>Whether the request names a resource.</summary>
    public bool CarriesUrn { get; } = Request(new Struct()).Descriptor.FindFieldByName("urn") is not null;

    public override string ToString() => Name;

    private static Struct Some() => new() { Fields = { ["a"] = Value.ForString("b") } };
}
