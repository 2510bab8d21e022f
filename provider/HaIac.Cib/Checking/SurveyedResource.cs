using HaIac.Cib.Documents;
using HaIac.Cib.Reading;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>A resource as the checks see it: where it stands, and what it has of its own or from its template.</summary>
internal sealed class SurveyedResource(CibElement element, SurveyedResource? holder, CibElement? template)
{
    private AttributeMap? _meta;
    private bool? _promotable;

    public CibElement Element { get; } = element;

    /// <summary>The group, clone or bundle that it stands in; null at the top.</summary>
    public SurveyedResource? Holder { get; } = holder;

    /// <summary>The template that it is made of; null when there is none.</summary>
    public CibElement? Template { get; } = template;

    public string Id => Element.Id ?? "";

    public bool IsPrimitive => Element.Name == "primitive";

    public bool IsGroup => Element.Name == "group";

    public bool IsClone => Element.Name is "clone" or "master";

    public bool IsBundle => Element.Name == "bundle";

    /// <summary>The clone or bundle that it is or stands in; null when it runs as one instance.</summary>
    public SurveyedResource? Multiplier => IsClone || IsBundle ? this : Holder?.Multiplier;

    /// <summary>What moves as one: the clone, bundle or group at the top, or the resource itself.</summary>
    public SurveyedResource Outermost => Holder?.Outermost ?? this;

    /// <summary>The meta attributes that always apply: its own, then its template's.</summary>
    public AttributeMap Meta => _meta ??= Template is null
        ? AttributeSets.Effective(Element, CibTags.MetaAttributes)
        : AttributeMap.OfFirst([.. AttributeSets.Effective(Element, CibTags.MetaAttributes), .. AttributeSets.Effective(Template, CibTags.MetaAttributes)]);

    /// <summary>Whether its instances can have the Promoted role.</summary>
    public bool IsPromotable => _promotable ??= Multiplier is { } multiplier && (ReferenceEquals(multiplier, this) ? MayPromote() : multiplier.IsPromotable);

    public string? Standard => Element["class"] ?? Template?["class"];

    public string? Type => Element["type"] ?? Template?["type"];

    /// <summary>Its operations, then those of its template that it does not define anew.</summary>
    public IEnumerable<CibElement> Operations
    {
        get
        {
            var own = ResourceReader.OperationsOf(Element);
            return Template is null
                ? own
                : own.Concat(ResourceReader.OperationsOf(Template).Where(theirs => !own.Any(mine => mine["name"] == theirs["name"] && SameInterval(mine, theirs))));
        }
    }

    /// <summary>The outermost is first: clone, group, primitive.</summary>
    public IEnumerable<SurveyedResource> WithHolders => Holder is null ? [this] : Holder.WithHolders.Append(this);

    public bool StandsIn(SurveyedResource other) => Holder is { } holder && (ReferenceEquals(holder, other) || holder.StandsIn(other));

    private bool MayPromote() => Element.Name switch
    {
        "master" => true,
        "clone" => Switch.IsOn(Meta, CibTags.Promotable, otherwise: false),
        _ => Element.Elements.Any(container => container["promoted-max"] is { } max && max != "0")
            || Element.Elements.Any(container => container["masters"] is { } masters && masters != "0"),
    };

    private static bool SameInterval(CibElement one, CibElement other) =>
        CibDuration.TryParse(one["interval"] ?? "0", out var a, out _) && CibDuration.TryParse(other["interval"] ?? "0", out var b, out _) && a == b;
}
