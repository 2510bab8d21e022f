using HaIac.Cib.Constraints;
using HaIac.Cib.Documents;
using HaIac.Cib.Options;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing;

/// <summary>Lays records out as <see cref="ObjectShape"/>s, the reverse of <c>Reading.ObjectReader</c>.</summary>
internal static class Shapes
{
    public static ObjectShape Of(CibObject item) => item switch
    {
        CibPrimitive primitive => Of(primitive),
        CibGroup group => new(group.Tag, group.Id.Value, AttributeMap.Empty)
        {
            Sets = [(CibTags.MetaAttributes, group.MetaAttributes)],
            Members = [.. group.Primitives.Select(Of)],
        },
        CibClone clone => new(clone.Tag, clone.Id.Value, AttributeMap.Empty)
        {
            Sets = [(CibTags.MetaAttributes, MetaOf(clone))],
            Members = [Of(clone.Inner)],
        },
        LocationConstraint location => new(location.Tag, location.Id.Value, Map(
            ("rsc", location.Resource.Value),
            ("node", location.Node.Value),
            ("score", location.Score.ToString()),
            ("role", Role(location.Role)),
            ("resource-discovery", Word(location.Discovery)))),
        ColocationConstraint colocation => new(colocation.Tag, colocation.Id.Value, Map(
            ("rsc", colocation.Dependent.Value),
            ("with-rsc", colocation.Primary.Value),
            ("score", colocation.Score.ToString()),
            ("rsc-role", Role(colocation.DependentRole)),
            ("with-rsc-role", Role(colocation.PrimaryRole)))),
        OrderConstraint order => new(order.Tag, order.Id.Value, Map(
            ("first", order.First.Value),
            ("then", order.Then.Value),
            ("first-action", Word(order.FirstAction)),
            ("then-action", Word(order.ThenAction)),
            ("kind", Word(order.Kind)),
            ("symmetrical", Boolean(order.Symmetrical)),
            ("require-all", Boolean(order.RequireAll)))),
        ClusterProperties properties => new(properties.Tag, properties.Id.Value, AttributeMap.Empty)
        {
            Sets = [(CibTags.ClusterPropertySet, properties.Properties)],
        },
        _ => throw new ArgumentException($"bug in HaIac: {item.Tag} {item.Id} has no record to write", nameof(item)),
    };

    private static ObjectShape Of(CibPrimitive primitive) => new(primitive.Tag, primitive.Id.Value, Map(
        ("class", primitive.Agent.Standard),
        ("provider", primitive.Agent.Provider),
        ("type", primitive.Agent.Type)))
    {
        Sets =
        [
            (CibTags.InstanceAttributes, primitive.InstanceAttributes),
            (CibTags.MetaAttributes, primitive.MetaAttributes),
            (CibTags.Utilization, primitive.Utilization),
        ],
        Operations = [.. primitive.Operations.Select(Of)],
    };

    private static ObjectShape Of(CibOperation operation) => new(CibTags.Operation, "", AttributeMap.Of(
        Map(
            ("name", operation.Name),
            ("interval", operation.Interval.ToString()),
            ("timeout", operation.Timeout?.ToString()),
            ("role", Role(operation.Role)),
            ("on-fail", Word(operation.OnFail))).Concat(operation.OtherAttributes)))
    {
        Sets = [(CibTags.InstanceAttributes, operation.InstanceAttributes)],
    };

    private static AttributeMap MetaOf(CibClone clone) =>
        clone.Promotable is { } promotable ? clone.MetaAttributes.Set(CibTags.Promotable, CibBoolean.Format(promotable)) : clone.MetaAttributes;

    private static AttributeMap Map(params IEnumerable<(string Name, string? Value)> pairs) =>
        AttributeMap.Of(pairs.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value!)));

    private static string? Role(ResourceRole? role) => role is null ? null : ResourceRoles.Format(role.Value);

    private static string? Boolean(bool? value) => value is null ? null : CibBoolean.Format(value.Value);

    private static string? Word<T>(T? word)
        where T : struct, Enum =>
        word is null ? null : CibWord.Format(word.Value);
}
