using System.Collections.Immutable;
using System.Globalization;
using HaIac.Catalog;
using HaIac.Cib;
using HaIac.Findings;
using Pulumi;

namespace HaIac.SharedServices;

/// <summary>
/// An address that lives on one node of the cluster and moves when the node fails: a primitive of <c>ocf:heartbeat:IPaddr2</c>. It has no
/// <see cref="HaMode"/>, because outside a cluster it would be an ordinary address.
/// </summary>
/// <remarks>
/// It stays where it is after a failover unless something speaks for another node. Source: requirement R3; the service table of the design, VIP.
/// </remarks>
public sealed class VirtualIp : ComponentResource, IOrdered
{
    private const string Token = "haiac:shared:VirtualIp";

    /// <summary>Declares an address.</summary>
    /// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
    /// <param name="args">The address.</param>
    /// <param name="options">Pulumi's options.</param>
    /// <exception cref="RunException">No address is given, or a value does not fit; the message lists everything that is wrong.</exception>
    public VirtualIp(string name, VirtualIpArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        Ip = args.Ip ?? throw new RunException(SdkFinding.MissingInput(Token, name, "Ip", "An address cannot be brought up without its number.").ToString());
        Primitive = new Primitive(name, Compose(name, args), new CustomResourceOptions { Parent = this });
        OrderPoints = [new OrderPoint(name, name)];
        args.ReachableBy?.Keep(this, this);
        RegisterOutputs();
    }

    /// <summary>The address.</summary>
    [Output("ip")]
    public Output<string> Ip { get; private set; }

    /// <summary>The primitive in the cluster.</summary>
    public Primitive Primitive { get; }

    /// <inheritdoc />
    public ImmutableArray<OrderPoint> OrderPoints { get; }

    private static PrimitiveArgs Compose(string name, VirtualIpArgs args)
    {
        ResourceHash given = new()
        {
            ["param.ip"] = args.Ip!.ToParameter(),
            ["monitor-interval"] = args.MonitorInterval,
        };
        if (args.CidrNetmask is { } mask)
        {
            given["param.cidr_netmask"] = mask.Apply(bits => bits.ToString(CultureInfo.InvariantCulture));
        }

        if (args.Nic is { } nic)
        {
            given["param.nic"] = nic.ToParameter();
        }

        if (args.NoOutgoing is { } label)
        {
            given["param.lvs_ipv6_addrlabel"] = label;
        }

        return AgentPrimitives.Compose(name, "ocf:heartbeat:IPaddr2", HaMode.ActivePassive, Starting.Address.With(given), args.ResourceHash).Primitive!;
    }
}
