using HaIac.Cib.Resources;

namespace HaIac.Provider.Composing;

/// <summary>Makes all CIB objects of a service.</summary>
internal static class ServiceComposer
{
    /// <summary>The resource and its constraints; nothing at all when the service is not in the cluster's hands.</summary>
    public static Composition Compose(Inputs inputs)
    {
        CibResource? resource = inputs.Text("haMode") switch
        {
            "ActivePassive" => ResourceComposer.Primitive(inputs.Object("primitive")!),
            "ActiveActive" or "Promotable" => ResourceComposer.Clone(inputs.Object("clone")!),
            _ => null,
        };
        return resource is null
            ? new(inputs.Needed("serviceName"), [])
            : new(resource.Id.Value,
            [
                resource,
                .. inputs.List("locations").Select(ConstraintComposer.Location),
                .. inputs.List("colocations").Select(ConstraintComposer.Colocation),
                .. inputs.List("orders").Select(ConstraintComposer.Order),
            ]);
    }
}
