using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Rules;

/// <summary>Makes rules of elements.</summary>
public static class RuleReader
{
    /// <summary>The rule in an element <c>rule</c>, with its id; null when it holds what no record can hold: such a rule can be kept, not edited.</summary>
    public static CibRule? Read(CibElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        if (element["id-ref"] is { } shared)
        {
            return HasOnly(element, "id-ref") && !element.Elements.Any() ? new CibRule { IdRef = CibId.OfLive(shared) } : null;
        }

        var expressions = new List<RuleExpression>();
        foreach (var child in element.Elements)
        {
            if (Expression(child) is not { } expression)
            {
                return null;
            }

            expressions.Add(expression);
        }

        Score? score = null;
        ResourceRole? role = null;
        if (!HasOnly(element, "id", "score", "score-attribute", "role", "boolean-op")
            || !RuleWords.Operators.TryFind(element["boolean-op"], out var between)
            || !TryRead(element["score"], Score.TryParse, ref score)
            || !TryRead(element["role"], ResourceRoles.TryParse, ref role)
            || expressions.Count == 0)
        {
            return null;
        }

        return new CibRule
        {
            Id = element.Id is { } id ? CibId.OfLive(id) : null,
            Score = score,
            ScoreAttribute = element["score-attribute"],
            Role = role,
            Operator = between,
            Expressions = expressions.ToValueList(),
        };
    }

    private static RuleExpression? Expression(CibElement element) => element.Name switch
    {
        RuleTags.Rule => Read(element),
        RuleTags.Attribute => Attribute(element),
        RuleTags.Date => Date(element),
        RuleTags.Resource when HasOnly(element, "id", "class", "provider", "type") && !element.Elements.Any() => new ResourceExpression
        {
            Standard = element["class"],
            Provider = element["provider"],
            Type = element["type"],
        },
        RuleTags.Operation => Operation(element),
        _ => null,
    };

    private static NodeAttributeExpression? Attribute(CibElement element) =>
        HasOnly(element, "id", "attribute", "operation", "value", "type", "value-source")
        && !element.Elements.Any()
        && element["attribute"] is { } attribute
        && RuleWords.Comparisons.TryFind(element["operation"], out var comparison)
        && comparison is not null
        && RuleWords.Types.TryFind(element["type"], out var type)
        && RuleWords.Sources.TryFind(element["value-source"], out var source)
            ? new NodeAttributeExpression
            {
                Attribute = attribute,
                Comparison = comparison.Value,
                Value = element["value"],
                Type = type,
                Source = source,
            }
            : null;

    private static DateExpression? Date(CibElement element)
    {
        if (!HasOnly(element, "id", "operation", "start", "end")
            || !RuleWords.DateComparisons.TryFind(element["operation"], out var comparison)
            || comparison is null
            || element.Elements.Any(child => child.Name is not (RuleTags.Duration or RuleTags.DateSpec))
            || element.Elements.Count() > 1)
        {
            return null;
        }

        DateDuration? duration = null;
        DateSpec? spec = null;
        if ((element.Find(RuleTags.Duration) is { } length && (duration = Duration(length)) is null)
            || (element.Find(RuleTags.DateSpec) is { } calendar && (spec = Spec(calendar)) is null))
        {
            return null;
        }

        return new DateExpression
        {
            Comparison = comparison.Value,
            Start = element["start"] is { } start ? RuleDate.OfLive(start) : null,
            End = element["end"] is { } end ? RuleDate.OfLive(end) : null,
            Duration = duration,
            Spec = spec,
        };
    }

    private static DateDuration? Duration(CibElement element)
    {
        var parts = new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes.Where(attribute => attribute.Name != "id"))
        {
            if (!int.TryParse(attribute.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
            {
                return null;
            }

            parts.Add(attribute.Name, count);
        }

        int? Part(string name) => parts.Remove(name, out var count) ? count : null;
        var duration = new DateDuration
        {
            Years = Part("years"),
            Months = Part("months"),
            Weeks = Part("weeks"),
            Days = Part("days"),
            Hours = Part("hours"),
            Minutes = Part("minutes"),
            Seconds = Part("seconds"),
        };
        return parts.Count == 0 && !element.Elements.Any() ? duration : null;
    }

    private static DateSpec? Spec(CibElement element)
    {
        var parts = new Dictionary<string, DateRange>(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes.Where(attribute => attribute.Name != "id"))
        {
            if (!DateRange.TryParse(attribute.Value, out var range, out _))
            {
                return null;
            }

            parts.Add(attribute.Name, range);
        }

        DateRange? Part(string name) => parts.Remove(name, out var range) ? range : null;
        var spec = new DateSpec
        {
            Seconds = Part("seconds"),
            Minutes = Part("minutes"),
            Hours = Part("hours"),
            Weekdays = Part("weekdays"),
            Monthdays = Part("monthdays"),
            Yeardays = Part("yeardays"),
            Months = Part("months"),
            Weeks = Part("weeks"),
            Years = Part("years"),
            Weekyears = Part("weekyears"),
            Moon = Part("moon"),
        };
        return parts.Count == 0 && !element.Elements.Any() ? spec : null;
    }

    private static OperationExpression? Operation(CibElement element)
    {
        CibDuration? interval = null;
        return HasOnly(element, "id", "name", "interval")
            && !element.Elements.Any()
            && element["name"] is { } name
            && TryRead(element["interval"], CibDuration.TryParse, ref interval)
                ? new OperationExpression { Name = name, Interval = interval }
                : null;
    }

    private static bool HasOnly(CibElement element, params ReadOnlySpan<string> names)
    {
        foreach (var attribute in element.Attributes)
        {
            if (!names.Contains(attribute.Name))
            {
                return false;
            }
        }

        return true;
    }

    private delegate bool TryParse<T>(string? text, out T value, out string? reason);

    private static bool TryRead<T>(string? text, TryParse<T> parse, ref T? value)
        where T : struct
    {
        if (text is null)
        {
            return true;
        }

        var understood = parse(text, out var parsed, out _);
        value = understood ? parsed : null;
        return understood;
    }
}
