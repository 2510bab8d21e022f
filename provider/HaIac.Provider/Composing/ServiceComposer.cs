using HaIac.Cib.Constraints;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Provider.Composing;

/// <summary>Makes all CIB objects of a service.</summary>
internal static class ServiceComposer
{
    /// <summary>The output that keeps the nodes which a service was allowed on: members of the cluster are not among its inputs.</summary>
    public const string AllowedOn = "allowedOn";

    /// <summary>The resource and its constraints; nothing at all when the service is not in the cluster's hands, or its resource is declared elsewhere.</summary>
    public static Composition Compose(Inputs inputs)
    {
        if (inputs.Text("haMode") == "Disabled")
        {
            return new(inputs.Needed("serviceName"), []);
        }

        var resource = Resource(inputs);
        return new(resource?.Id.Value ?? inputs.Needed("serviceName"),
        [
            .. resource is null ? Array.Empty<CibObject>() : [resource, .. OptIn(inputs, resource)],
            .. inputs.List("locations").Select(ConstraintComposer.Location),
            .. inputs.List("colocations").Select(ConstraintComposer.Colocation),
            .. inputs.List("orders").Select(ConstraintComposer.Order),
        ]);
    }

    private static CibResource? Resource(Inputs inputs) =>
        inputs.Flag("managesPrimitive") == false ? null
        : inputs.Object("primitive") is { } primitive ? ResourceComposer.Primitive(primitive)
        : inputs.Object("group") is { } group ? ResourceComposer.Group(group)
        : inputs.Object("clone") is { } clone ? ResourceComposer.Clone(clone)
        : inputs.Object("bundle") is { } bundle ? BundleComposer.Bundle(bundle)
        : null;

    /// <summary>A constraint per node that allows it there (rule J1).</summary>
    private static IEnumerable<LocationConstraint> OptIn(Inputs inputs, CibResource resource)
    {
        if (inputs.Object("optIn") is not { } optIn || optIn.Flag("enabled") != true)
        {
            return [];
        }

        var score = Score.Parse(optIn.Text("score") ?? new Operating.Services.OptInSettings().Score);
        var nodes = inputs.Texts("nodes") is { Count: > 0 } declared ? declared : inputs.Texts(AllowedOn);
        return nodes.Select(node => new LocationConstraint
        {
            Id = CibId.Parse($"{resource.Id}-on-{node}"),
            Resource = resource.Id,
            Node = NodeName.Parse(node),
            Score = score,
        });
    }
}
