namespace HaIac.Cib.Rules;

/// <summary>The words of rules as the CIB spells them. They are read exactly so: the schemas know no other case.</summary>
internal static class RuleWords
{
    public static RuleWordTable<RuleOperator> Operators { get; } = new((RuleOperator.And, "and"), (RuleOperator.Or, "or"));

    public static RuleWordTable<AttributeComparison> Comparisons { get; } = new(
        (AttributeComparison.Equal, "eq"),
        (AttributeComparison.NotEqual, "ne"),
        (AttributeComparison.Less, "lt"),
        (AttributeComparison.LessOrEqual, "lte"),
        (AttributeComparison.Greater, "gt"),
        (AttributeComparison.GreaterOrEqual, "gte"),
        (AttributeComparison.Defined, "defined"),
        (AttributeComparison.NotDefined, "not_defined"));

    public static RuleWordTable<AttributeValueType> Types { get; } = new(
        (AttributeValueType.String, "string"),
        (AttributeValueType.Integer, "integer"),
        (AttributeValueType.Number, "number"),
        (AttributeValueType.Version, "version"));

    public static RuleWordTable<AttributeValueSource> Sources { get; } = new(
        (AttributeValueSource.Literal, "literal"),
        (AttributeValueSource.Parameter, "param"),
        (AttributeValueSource.MetaAttribute, "meta"));

    public static RuleWordTable<DateComparison> DateComparisons { get; } = new(
        (DateComparison.InRange, "in_range"),
        (DateComparison.After, "gt"),
        (DateComparison.Before, "lt"),
        (DateComparison.Calendar, "date_spec"));
}
