using System.Globalization;
using System.Text.RegularExpressions;

namespace HaIac.Cib.Rules;

/// <summary>Conditions on one attribute of a node that cannot hold together.</summary>
/// <remarks>
/// 1. not_defined with a comparison that needs a value. 2. eq of a text with any comparison that this text fails. 3. Comparisons of
/// numbers that leave no number. A right side from a parameter of the resource is not known and excludes nothing.
/// </remarks>
internal static partial class AttributeContradiction
{
    public static string? Find(IReadOnlyList<RuleExpression> allOf) => allOf
        .OfType<NodeAttributeExpression>()
        .GroupBy(expression => expression.Attribute, StringComparer.Ordinal)
        .Select(group => Find(group.ToList()))
        .FirstOrDefault(reason => reason is not null);

    private static string? Find(List<NodeAttributeExpression> expressions)
    {
        if (expressions.Find(expression => expression.Comparison == AttributeComparison.NotDefined) is { } without
            && expressions.Find(NeedsValue) is { } with)
        {
            return Exclude(without, with);
        }

        var literal = expressions.FindAll(expression =>
            expression is { Value: not null, Source: null or AttributeValueSource.Literal, Comparison: not (AttributeComparison.Defined or AttributeComparison.NotDefined) });
        foreach (var equal in literal.Where(expression => expression.Comparison == AttributeComparison.Equal && expression.Type is null or AttributeValueType.String))
        {
            if (literal.Find(expression => !ReferenceEquals(expression, equal) && Holds(expression, equal.Value!) == false) is { } other)
            {
                return Exclude(equal, other);
            }
        }

        return NoNumber(literal);
    }

    /// <summary>Whether a node without the attribute fails the comparison for certain.</summary>
    private static bool NeedsValue(NodeAttributeExpression expression) => expression.Comparison switch
    {
        AttributeComparison.Equal => expression is { Value: not null, Source: null or AttributeValueSource.Literal },
        AttributeComparison.NotEqual or AttributeComparison.NotDefined => false,
        _ => true,
    };

    /// <summary>Whether an attribute with this value passes; null: not known.</summary>
    private static bool? Holds(NodeAttributeExpression expression, string value)
    {
        var isOrder = expression.Comparison is not (AttributeComparison.Equal or AttributeComparison.NotEqual);
        int? order = expression.Type switch
        {
            AttributeValueType.Version => null,
            AttributeValueType.Integer or AttributeValueType.Number => OrderOfNumbers(value, expression.Value!),
            null when isOrder => OrderOfNumbers(value, expression.Value!),
            _ => OrderOfTexts(value, expression.Value!),
        };
        return expression.Comparison switch
        {
            AttributeComparison.Equal => order is { } o ? o == 0 : null,
            AttributeComparison.NotEqual => order is { } o ? o != 0 : null,
            AttributeComparison.Less => order is { } o ? o < 0 : null,
            AttributeComparison.LessOrEqual => order is { } o ? o <= 0 : null,
            AttributeComparison.Greater => order is { } o ? o > 0 : null,
            AttributeComparison.GreaterOrEqual => order is { } o ? o >= 0 : null,
            _ => null,
        };
    }

    /// <summary>Pacemaker compares without regard to the case of ASCII letters; how it orders others depends on the host.</summary>
    private static int? OrderOfTexts(string one, string other) =>
        one == other ? 0
        : one.All(char.IsAscii) && other.All(char.IsAscii) ? string.CompareOrdinal(one.ToLowerInvariant(), other.ToLowerInvariant())
        : null;

    private static int? OrderOfNumbers(string one, string other) => Number(one) is { } a && Number(other) is { } b ? a.CompareTo(b) : null;

    private static string? NoNumber(List<NodeAttributeExpression> expressions)
    {
        (decimal Number, bool Included, NodeAttributeExpression Expression)? lowest = null;
        (decimal Number, bool Included, NodeAttributeExpression Expression)? highest = null;
        foreach (var expression in expressions.Where(IsOfNumbers))
        {
            var number = Number(expression.Value!)!.Value;
            var included = expression.Comparison is not (AttributeComparison.Greater or AttributeComparison.Less);
            if (expression.Comparison is not (AttributeComparison.Less or AttributeComparison.LessOrEqual or AttributeComparison.NotEqual)
                && (lowest is not { } low || number > low.Number || (number == low.Number && !included)))
            {
                lowest = (number, included, expression);
            }

            if (expression.Comparison is not (AttributeComparison.Greater or AttributeComparison.GreaterOrEqual or AttributeComparison.NotEqual)
                && (highest is not { } high || number < high.Number || (number == high.Number && !included)))
            {
                highest = (number, included, expression);
            }
        }

        return lowest is { } from && highest is { } to && (from.Number > to.Number || (from.Number == to.Number && !(from.Included && to.Included)))
            ? Exclude(from.Expression, to.Expression)
            : null;
    }

    private static bool IsOfNumbers(NodeAttributeExpression expression) =>
        Number(expression.Value!) is not null
        && (expression.Type is AttributeValueType.Integer or AttributeValueType.Number
            || (expression.Type is null && expression.Comparison is not (AttributeComparison.Equal or AttributeComparison.NotEqual)));

    /// <summary>A number in the one spelling that all versions of Pacemaker read alike.</summary>
    private static decimal? Number(string text) =>
        PlainNumber().IsMatch(text) ? decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null;

    private static string Exclude(NodeAttributeExpression one, NodeAttributeExpression other) => $"\"{one}\" and \"{other}\" exclude each other";

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?$")]
    private static partial Regex PlainNumber();
}
