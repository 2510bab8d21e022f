using System.Collections.Immutable;
using HaIac.Cib;
using Pulumi;

namespace HaIac.SharedServices;

/// <summary>
/// An address that lives on one node of the cluster and moves when the node fails: a primitive of <c>ocf:heartbeat:IPaddr2</c>. It has no
/// <see cref="HaMode"/>, because outside a cluster it would be an ordinary address.
/// </summary>
/// <remarks>It stays where it is after a failover (stickiness INFINITY). Source: the service table of the design, VIP.</remarks>
public sealed class VirtualIp : ComponentResource, IOrdered
{
    /// <summary>Declares an address.</summary>
    /// <param name="name">Name of the resource, and id of the primitive in the CIB.</param>
    /// <param name="args">The address.</param>
    /// <param name="options">Pulumi's options.</param>
    /// <exception cref="RunException">No address is given.</exception>
    public VirtualIp(string name, VirtualIpArgs args, ComponentResourceOptions? options = null)
        : base("haiac:shared:VirtualIp", name, args, options)
    {
        var ip = args.Ip ?? throw new RunException(Findings.SdkFinding.MissingInput("haiac:shared:VirtualIp", name, "Ip", "An address cannot be brought up without its number.").ToString());
        var primitive = new PrimitiveArgs
        {
            CibId = name,
            Agent = "ocf:heartbeat:IPaddr2",
            Parameters = { ["ip"] = ip },
            Meta = { ["resource-stickiness"] = "INFINITY" },
            Operations =
            {
                new OperationArgs { Name = "monitor", Interval = PacemakerDuration.Format(args.MonitorInterval), Timeout = "20s" },
                new OperationArgs { Name = "start", Interval = "0s", Timeout = "20s" },
                new OperationArgs { Name = "stop", Interval = "0s", Timeout = "20s" },
            },
        };
        if (args.CidrNetmask is { } mask)
        {
            primitive.Parameters.Add("cidr_netmask", mask.Apply(bits => bits.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        if (args.Nic is { } nic)
        {
            primitive.Parameters.Add("nic", nic);
        }

        Primitive = new Primitive(name, primitive, new CustomResourceOptions { Parent = this });
        OrderPoints = [new OrderPoint(name, name)];
        Ip = ip;
        RegisterOutputs();
    }

    /// <summary>The address.</summary>
    [Output("ip")]
    public Output<string> Ip { get; private set; }

    /// <summary>The primitive in the cluster.</summary>
    public Primitive Primitive { get; }

    /// <inheritdoc />
    public ImmutableArray<OrderPoint> OrderPoints { get; }
}
