namespace HaIac.Cib.Rules;

/// <summary>Tags of rules and what is in them.</summary>
internal static class RuleTags
{
    public const string Rule = "rule";
    public const string Lifetime = "lifetime";
    public const string Attribute = "expression";
    public const string Date = "date_expression";
    public const string DateSpec = "date_spec";
    public const string Duration = "duration";
    public const string Resource = "rsc_expression";
    public const string Operation = "op_expression";
}
