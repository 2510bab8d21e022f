using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning.Nesting;

/// <summary>Finds constraints on the promoted or unpromoted role of a resource.</summary>
internal static class RoleCheck
{
    /// <summary>Whether an element is a clone whose instances can be promoted.</summary>
    public static bool IsPromotable(CibElement element) =>
        element.Name == "master"
        || (element.Name == "clone"
            && CibBoolean.TryParse(Reading.AttributeSets.Effective(element, CibTags.MetaAttributes).Find(CibTags.Promotable), out var promotable, out _)
            && promotable);

    /// <summary>The constraints that speak of a role, or of a promotion, of one of the resources; each with the attribute that does.</summary>
    public static IEnumerable<(CibElement Constraint, string Attribute)> On(CibDocument document, IReadOnlyList<string> resources) =>
        from constraint in document.Configuration?.Find(CibSections.Constraints)?.Elements ?? []
        from resource in resources
        from attribute in Roles(constraint, resource)
        select (constraint, attribute);

    private static IEnumerable<string> Roles(CibElement constraint, string resource)
    {
        var own = constraint.Name switch
        {
            "rsc_location" when constraint["rsc"] == resource => Named(constraint, "role").Concat(RulesIn(constraint).SelectMany(rule => Named(rule, "role").Select(name => $"rule[{rule.Id}].{name}"))),
            "rsc_colocation" => On(constraint, resource, "rsc", "rsc-role").Concat(On(constraint, resource, "with-rsc", "with-rsc-role")),
            "rsc_ticket" => On(constraint, resource, "rsc", "rsc-role"),
            "rsc_order" => On(constraint, resource, "first", "first-action").Concat(On(constraint, resource, "then", "then-action")),
            _ => [],
        };
        var sets = constraint.Elements
            .Where(set => set.Name == "resource_set" && set.Elements.Any(member => member.Id == resource))
            .SelectMany(set => Named(set, "role").Concat(Named(set, "action")).Select(name => $"resource_set[{set.Id}].{name}"));
        return own.Concat(sets);
    }

    private static IEnumerable<CibElement> RulesIn(CibElement element) =>
        element.Elements.Where(child => child.Name == "rule").SelectMany(rule => RulesIn(rule).Prepend(rule));

    private static IEnumerable<string> On(CibElement constraint, string resource, string reference, string role) =>
        constraint[reference] == resource ? Named(constraint, role) : [];

    private static IEnumerable<string> Named(CibElement element, string attribute)
    {
        var value = element[attribute];
        var speaks = value is "promote" or "demote" || (ResourceRoles.TryParse(value, out var role, out _) && role is ResourceRole.Promoted or ResourceRole.Unpromoted);
        return speaks ? [attribute] : [];
    }
}
