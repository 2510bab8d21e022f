using System.Collections.Immutable;
using System.Globalization;
using HaIac.Cib.Constraints;
using HaIac.Cib.Options;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using Pulumi.Experimental;

namespace HaIac.Provider.Composing;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>The reverse of composing: what a program would have to say to get an object as the cluster has it.</summary>
internal static class Decomposer
{
    /// <summary>The inputs of an object; null when it is of a kind without a resource type.</summary>
    public static Fields? Inputs(CibObject live) => live switch
    {
        CibPrimitive { Agent: not null } primitive => Primitive(primitive),
        CibGroup group => Group(group),
        CibClone clone => Clone(clone),
        CibBundle bundle => Bundle(bundle),
        LocationConstraint { Resource: { } resource, Node: { } node, Score: { } score } location => Of(
            ("cibId", location.Id.Value), ("resource", resource.Value), ("node", node.Value), ("score", score.ToString()),
            ("role", location.Role?.ToString()), ("discovery", Word(location.Discovery))),
        LocationConstraint { Resource: { } resource, Rules: [var rule] } location when NodeRules.Inputs(rule) is { } conditions => Of(
                ("cibId", location.Id.Value), ("resource", resource.Value), ("score", (rule.Score ?? default).ToString()),
                ("role", location.Role?.ToString()), ("discovery", Word(location.Discovery)))
            .With("rule", conditions),
        ColocationConstraint { Dependent: { } dependent, Primary: { } primary } colocation => Of(
            ("cibId", colocation.Id.Value), ("dependent", dependent.Value), ("primary", primary.Value), ("score", (colocation.Score ?? default).ToString()),
            ("dependentRole", colocation.DependentRole?.ToString()), ("primaryRole", colocation.PrimaryRole?.ToString())),
        OrderConstraint { First: { } first, Then: { } then } order => Of(
                ("cibId", order.Id.Value), ("first", first.Value), ("then", then.Value), ("firstAction", Word(order.FirstAction)),
                ("thenAction", Word(order.ThenAction)), ("kind", Word(order.Kind)))
            .With("symmetrical", order.Symmetrical).With("requireAll", order.RequireAll),
        ClusterProperties properties => Of().With("properties", properties.Properties),
        _ => null,
    };

    private static Fields Primitive(CibPrimitive primitive) =>
        Of(("cibId", primitive.Id.Value), ("agent", primitive.Agent?.ToString()))
            .With("parameters", primitive.InstanceAttributes)
            .With("meta", primitive.MetaAttributes)
            .With("operations", primitive.Operations.Select(Operation));

    private static Fields Group(CibGroup group) =>
        Of(("cibId", group.Id.Value)).With("primitives", group.Primitives.Select(Primitive)).With("meta", group.MetaAttributes);

    private static Fields Clone(CibClone clone) =>
        Of(("cibId", clone.Id.Value))
            .SetItem(clone.Inner is CibGroup ? "group" : "primitive", new(clone.Inner is CibGroup group ? Group(group) : Primitive((CibPrimitive)clone.Inner)))
            .With("promotable", clone.Promotable)
            .With("meta", clone.MetaAttributes);

    // What only older tools write (masters, rkt's own words) and the ids of mappings have no property: they survive, but are not ours.
    private static Fields Bundle(CibBundle bundle) =>
        Of(("cibId", bundle.Id.Value))
            .SetItem("container", new(Container(bundle.Container)))
            .With("network", bundle.Network is { } network ? Network(network) : null)
            .With("storage", bundle.Storage.Select(mapping => Of(
                ("sourceDir", mapping.SourceDir), ("sourceDirRoot", mapping.SourceDirRoot), ("targetDir", mapping.TargetDir), ("options", mapping.Options))))
            .With("primitive", bundle.Primitive is { } primitive ? Primitive(primitive) : null)
            .With("meta", bundle.MetaAttributes);

    private static Fields Container(BundleContainer container) => Of(
        ("technology", Word<ContainerTechnology>(container.Technology)), ("image", container.Image), ("replicas", Number(container.Replicas)),
        ("replicasPerHost", Number(container.ReplicasPerHost)), ("promotedMax", Number(container.PromotedMax ?? container.Masters)),
        ("runCommand", container.RunCommand), ("network", container.Network), ("options", container.Options));

    private static Fields Network(BundleNetwork network) =>
        Of(("ipRangeStart", network.IpRangeStart), ("controlPort", Number(network.ControlPort)), ("hostInterface", network.HostInterface),
                ("hostNetmask", Number(network.HostNetmask)))
            .With("addHost", network.AddHost)
            .With("ports", network.PortMappings.Select(mapping => Of(
                ("port", Number(mapping.Port)), ("internalPort", Number(mapping.InternalPort)), ("range", mapping.Range))));

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static Fields Operation(CibOperation operation) =>
        Of(("name", operation.Name), ("interval", operation.Interval == CibDuration.Zero ? null : operation.Interval.ToString()),
                ("timeout", operation.Timeout?.ToString()), ("role", operation.Role?.ToString()), ("onFail", Word(operation.OnFail)))
            .With("extra", AttributeMap.Of([.. operation.OtherAttributes, .. operation.InstanceAttributes]));

    private static string? Word<T>(T? word)
        where T : struct, Enum =>
        word is null ? null : CibWord.Format(word.Value);

    private static Fields Of(params (string Name, string? Value)[] texts) =>
        texts.Where(pair => pair.Value is not null).ToImmutableDictionary(pair => pair.Name, pair => new PropertyValue(pair.Value!), StringComparer.Ordinal);

    private static Fields With(this Fields fields, string name, Fields? value) => value is null ? fields : fields.SetItem(name, new(value));

    private static Fields With(this Fields fields, string name, bool? value) => value is null ? fields : fields.SetItem(name, new(value.Value));

    private static Fields With(this Fields fields, string name, AttributeMap attributes) =>
        attributes.Count == 0
            ? fields
            : fields.SetItem(name, new(attributes.ToImmutableDictionary(pair => pair.Key, pair => new PropertyValue(pair.Value), StringComparer.Ordinal)));

    private static Fields With(this Fields fields, string name, IEnumerable<Fields> items)
    {
        ImmutableArray<PropertyValue> list = [.. items.Select(item => new PropertyValue(item))];
        return list.IsEmpty ? fields : fields.SetItem(name, new(list));
    }
}
