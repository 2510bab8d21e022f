using System.Collections.Immutable;
using HaIac.Catalog;
using HaIac.Cib;
using HaIac.Findings;
using Pulumi;

namespace HaIac.SharedServices;

/// <summary>
/// A check on every node whether the network behind it answers: a clone of <c>ocf:pacemaker:ping</c>, which writes the number of answering hosts into an
/// attribute of the node. It has no <see cref="HaMode"/>, because only the cluster reads that attribute.
/// </summary>
/// <remarks>
/// It moves nothing by itself: <see cref="KeepConnected"/>, or <see cref="VirtualIpArgs.ReachableBy"/> of an address, does. A node that was not checked yet counts as not
/// connected, so an address waits for the first answer. Source: requirements R1, R3; the service table of the design, VIP ping check.
/// </remarks>
public sealed class ConnectivityPing : ComponentResource, IOrdered
{
    private const string Token = "haiac:shared:ConnectivityPing";

    private readonly string _attribute;

    /// <summary>Declares a check.</summary>
    /// <param name="name">Name of the resource, and id of the primitive in the CIB; the clone gets <c>-clone</c> behind it.</param>
    /// <param name="args">Whom to ping.</param>
    /// <param name="options">Pulumi's options.</param>
    /// <exception cref="RunException">No host is given, or a value does not fit; the message lists everything that is wrong.</exception>
    public ConnectivityPing(string name, ConnectivityPingArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        if (args.Hosts.Count == 0)
        {
            throw new RunException(SdkFinding.MissingInput(Token, name, "Hosts", "Without a host to ping no node would ever count as connected.").ToString());
        }

        _attribute = args.Attribute;
        var values = Starting.Check.With(new()
        {
            ["param.host_list"] = string.Join(' ', args.Hosts),
            ["param.name"] = args.Attribute,
            ["param.multiplier"] = 1000,
            ["param.dampen"] = "30s",
            ["param.timeout"] = 3,
        });
        Clone = new Clone(
            $"{name}-clone",
            AgentPrimitives.Compose(name, "ocf:pacemaker:ping", HaMode.ActiveActive, values, args.ResourceHash).Cloned!,
            new CustomResourceOptions { Parent = this });
        OrderPoints = [new OrderPoint(name, $"{name}-clone")];
        RegisterOutputs();
    }

    /// <summary>The clone in the cluster.</summary>
    public Clone Clone { get; }

    /// <inheritdoc />
    public ImmutableArray<OrderPoint> OrderPoints { get; }

    /// <summary>Keeps resources away from nodes that are not connected: location constraints <c>ID-where-connected</c>.</summary>
    /// <param name="resource">What to keep; nothing happens where the cluster does not run it.</param>
    /// <returns>The constraints.</returns>
    public ImmutableArray<LocationConstraint> KeepConnected(IOrdered resource) => Keep(resource, this);

    /// <summary>The same with another parent.</summary>
    internal ImmutableArray<LocationConstraint> Keep(IOrdered resource, Resource parent) =>
    [
        .. resource.OrderPoints.Select(point => new LocationConstraint(
            $"{point.CibId}-where-connected",
            new LocationConstraintArgs
            {
                Resource = point.CibId,
                Score = "-INFINITY",
                Rule = new NodeRuleArgs
                {
                    Operator = "or",
                    Conditions =
                    {
                        new NodeConditionArgs { Attribute = _attribute, Comparison = "not_defined" },
                        new NodeConditionArgs { Attribute = _attribute, Comparison = "lte", Value = "0", Type = "integer" },
                    },
                },
            },
            new CustomResourceOptions { Parent = parent })),
    ];
}
