using HaIac.Cib.Documents;
using HaIac.Cib.Resources;

namespace HaIac.Cib.Reading;

/// <summary>
/// Makes records of elements, one line per tag. What a record cannot hold, in form or in value, becomes an <see cref="UnmodelledObject"/>;
/// nothing throws.
/// </summary>
internal static class ObjectReader
{
    /// <summary>The record of an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="section">The section at whose top it stands; null when it stands inside another object. Sets of defaults are told by it.</param>
    public static CibObject Read(CibElement element, string? section = null)
    {
        CibObject? known = (element.Name, section) switch
        {
            ("primitive", _) => ResourceReader.Primitive(element),
            ("template", _) => ResourceReader.Template(element),
            ("group", _) => ResourceReader.Group(element),
            ("clone", _) => ResourceReader.Clone(element),
            ("master", _) => ResourceReader.Master(element),
            ("bundle", _) => BundleReader.Bundle(element),
            ("rsc_location", _) => ConstraintReader.Location(element),
            ("rsc_colocation", _) => ConstraintReader.Colocation(element),
            ("rsc_order", _) => ConstraintReader.Order(element),
            ("rsc_ticket", _) => ConstraintReader.Ticket(element),
            ("fencing-level", _) => FencingReader.Level(element),
            ("tag", _) => TagReader.Tag(element),
            ("acl_role", _) => AclReader.Role(element),
            ("acl_target", _) => AclReader.Target(element),
            ("acl_group", _) => AclReader.Group(element),
            ("alert", _) => AlertReader.Alert(element),
            (CibTags.ClusterPropertySet, _) => OptionReader.Properties(element),
            (CibTags.MetaAttributes, CibSections.ResourceDefaults) => OptionReader.ResourceDefaults(element),
            (CibTags.MetaAttributes, CibSections.OperationDefaults) => OptionReader.OperationDefaults(element),
            ("node", CibSections.Nodes) => NodeReader.Node(element),
            _ => null,
        };
        return known ?? new UnmodelledObject(element.Name) { Id = LiveValue.IdOf(element) };
    }

    /// <summary>The record of what has an id in a configuration.</summary>
    public static CibObject Read(IdEntry entry) => Read(entry.Element, ReferenceEquals(entry.Element, entry.Top) ? entry.Section : null);
}
