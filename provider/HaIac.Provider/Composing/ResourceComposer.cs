using HaIac.Cib.Resources;
using HaIac.Cib.Values;

namespace HaIac.Provider.Composing;

/// <summary>Makes cluster resources of checked inputs.</summary>
internal static class ResourceComposer
{
    // A parameter of the agent for one operation, though it stands among the operation's attributes in every tool.
    private const string CheckLevel = "OCF_CHECK_LEVEL";

    /// <summary>A primitive.</summary>
    public static CibPrimitive Primitive(Inputs inputs) => new()
    {
        Id = inputs.Id(),
        Agent = AgentName.Parse(inputs.Needed("agent")),
        InstanceAttributes = inputs.Attributes("parameters"),
        MetaAttributes = inputs.Attributes("meta"),
        Operations = [.. inputs.List("operations").Select(Operation)],
    };

    /// <summary>A group.</summary>
    public static CibGroup Group(Inputs inputs) => new()
    {
        Id = inputs.Id(),
        Primitives = [.. inputs.List("primitives").Select(Primitive)],
        MetaAttributes = inputs.Attributes("meta"),
    };

    /// <summary>A clone.</summary>
    public static CibClone Clone(Inputs inputs)
    {
        var meta = inputs.Attributes("meta");
        return new()
        {
            Id = inputs.Id(),
            Inner = inputs.Object("group") is { } group ? Group(group) : Primitive(inputs.Object("primitive")!),
            Promotable = inputs.Flag("promotable") ?? (meta.Find("promotable") is { } text ? CibBoolean.Parse(text) : null),
            MetaAttributes = meta.Without("promotable"),
        };
    }

    private static CibOperation Operation(Inputs inputs)
    {
        var extra = inputs.Attributes("extra");
        return new()
        {
            Name = inputs.Needed("name"),
            Interval = inputs.Duration("interval") ?? CibDuration.Zero,
            Timeout = inputs.Duration("timeout"),
            Role = inputs.Role("role"),
            OnFail = inputs.Word<FailureAction>("onFail"),
            OtherAttributes = extra.Without(CheckLevel),
            InstanceAttributes = extra.Find(CheckLevel) is { } level ? AttributeMap.Of((CheckLevel, level)) : AttributeMap.Empty,
        };
    }
}
