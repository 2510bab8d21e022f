using HaIac.Cib.Documents;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>How the values of a whole document compare, beyond what <see cref="Meaning"/> says about those that records have.</summary>
internal static class PartValues
{
    /// <summary>How an XML attribute compares.</summary>
    public static ValueKind KindOf(string tag, string attribute) =>
        !PartGrammar.IsKnown(tag) ? ValueKind.Text
        : attribute switch
        {
            "sequential" or "add-host" => ValueKind.Boolean,
            "boolean-op" => ValueKind.Word,
            _ => Meaning.OfAttribute(attribute),
        };

    /// <summary>How the value of a pair compares.</summary>
    /// <param name="section">The section it is in.</param>
    /// <param name="ownerTag">The tag of what owns its set; the section's for sets at the top.</param>
    /// <param name="setTag">The tag of its set.</param>
    /// <param name="name">Its name.</param>
    public static ValueKind KindOfPair(string section, string ownerTag, string setTag, string name) =>
        setTag == CibTags.MetaAttributes && (ownerTag == CibTags.Operation || section == "op_defaults") ? Meaning.OfAttribute(name)
        : IsNodeState(section, setTag, name) ? ValueKind.Boolean
        : Meaning.OfPair(setTag, name);

    /// <summary>Whether operators set this pair while the cluster runs.</summary>
    public static bool IsOperatorState(string section, string setTag, string name) =>
        section is CibSections.Resources or CibSections.Nodes && Ownership.Declared.IsOperatorState(section == CibSections.Nodes ? "node" : "", setTag, name);

    /// <summary>Whether a value is what its absence means.</summary>
    /// <remarks>
    /// Only what the schemas say, and what nobody can set otherwise: <c>boolean-op</c> is and, <c>value-source</c> literal, an operation without interval does
    /// not recur. The schema's other default, <c>type</c> string, holds for eq and ne only: for lt, gt and their like the scheduler looks at the values first.
    /// Source: rule-3.9.rng; Pacemaker Explained, Rules.
    /// </remarks>
    public static bool IsDefault(CibElement element, string attribute, string? value) => (element.Name, attribute) switch
    {
        ("rule", "boolean-op") => value == "and",
        ("expression", "value-source") => value == "literal",
        ("expression", "type") => value == "string" && element["operation"] is "eq" or "ne",
        (CibTags.Operation, "interval") => Meaning.Same(ValueKind.Duration, value, "0"),
        _ => false,
    };

    private static bool IsNodeState(string section, string setTag, string name) =>
        section == CibSections.Nodes && setTag == CibTags.InstanceAttributes && name is "standby" or "maintenance";
}
