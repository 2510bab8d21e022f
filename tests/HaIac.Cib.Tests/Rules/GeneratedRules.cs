using FsCheck;
using FsCheck.Fluent;
using HaIac.Cib.Rules;
using HaIac.Cib.Values;

namespace HaIac.Cib.Tests.Rules;

/// <summary>Generators of rules: few names and values, so that conditions meet.</summary>
internal static class GeneratedRules
{
    private static Gen<NodeAttributeExpression> Attribute =>
        from name in Gen.Elements("#uname", "cpu", "a b", "or", "score=1")
        from comparison in Gen.Elements(Enum.GetValues<AttributeComparison>())
        from value in Gen.Elements("1", "2", "2.5", "-3", "ctl1", "", "x \"y\" \\z", "integer", "(")
        from type in Gen.Elements<AttributeValueType?>(null, AttributeValueType.String, AttributeValueType.Integer, AttributeValueType.Number, AttributeValueType.Version)
        from source in Gen.Elements<AttributeValueSource?>(null, null, AttributeValueSource.Literal, AttributeValueSource.Parameter, AttributeValueSource.MetaAttribute)
        let bare = comparison is AttributeComparison.Defined or AttributeComparison.NotDefined
        select new NodeAttributeExpression
        {
            Attribute = name,
            Comparison = comparison,
            Value = bare ? null : value,

            // Two texts without digits, compared as versions, keep Pacemaker 2.1.5's scheduler busy for ever.
            Type = bare || (type == AttributeValueType.Version && !value.Any(char.IsAsciiDigit)) ? null : type,
            Source = bare ? null : source,
        };

    private static Gen<RuleDate> Date =>
        from text in Gen.Elements("2026-01-01", "20260101", "2025-06-30 12:00:00", "2026-01-01T00:00:00Z", "2026-01-01 01:00:00 +01:00", "2026-W05-6")
        select RuleDate.Parse(text);

    private static Gen<DateRange?> Range(int most) =>
        from first in Gen.Choose(0, most)
        from last in Gen.Choose(0, most)
        from form in Gen.Choose(0, 6)
        select (DateRange?)(form switch
        {
            0 => DateRange.Of(first),
            1 => DateRange.Of(first, null),
            2 => DateRange.Of(null, last),
            3 => DateRange.Of(first, last),
            _ => null,
        });

    private static Gen<DateSpec> Spec =>
        from hours in Range(25)
        from weekdays in Range(8)
        from monthdays in Range(33)
        from months in Range(13)
        from weeks in Range(54)
        from minutes in Range(61)
        select new DateSpec { Hours = hours, Weekdays = weekdays, Monthdays = monthdays, Months = months, Weeks = weeks, Minutes = minutes };

    private static Gen<DateExpression> DateTime =>
        from start in Date
        from end in Date
        from spec in Spec
        from days in Gen.Choose(0, 3)
        from form in Gen.Choose(0, 5)
        select form switch
        {
            0 => new DateExpression { Comparison = DateComparison.After, Start = start },
            1 => new DateExpression { Comparison = DateComparison.Before, End = end },
            2 => new DateExpression { Comparison = DateComparison.InRange, Start = start, End = end },
            3 => new DateExpression { Comparison = DateComparison.InRange, Start = start, Duration = new DateDuration { Days = days, Months = 1 } },
            _ => new DateExpression { Comparison = DateComparison.Calendar, Spec = spec },
        };

    private static Gen<ResourceExpression> Resource =>
        from standard in Gen.Elements(null, "ocf", "systemd")
        from provider in Gen.Elements(null, "heartbeat", "pacemaker")
        from type in Gen.Elements(null, "Dummy", "a:b")
        select new ResourceExpression { Standard = standard, Provider = provider, Type = type };

    private static Gen<OperationExpression> Operation =>
        from name in Gen.Elements("monitor", "start")
        from interval in Gen.Elements(null, "10s", "1min", "60")
        select new OperationExpression { Name = name, Interval = interval is null ? null : CibDuration.Parse(interval) };

    private static Gen<RuleExpression> Condition => Gen.OneOf(
        Attribute.Select(RuleExpression (expression) => expression),
        Attribute.Select(RuleExpression (expression) => expression),
        DateTime.Select(RuleExpression (expression) => expression),
        DateTime.Select(RuleExpression (expression) => expression),
        Resource.Select(RuleExpression (expression) => expression),
        Operation.Select(RuleExpression (expression) => expression));

    /// <summary>Rules of up to three levels, without ids; those inside have a score, as schemas before 3.9 want it.</summary>
    public static Gen<CibRule> Rule => Level(2, inside: false);

    private static Gen<CibRule> Level(int below, bool inside) =>
        from between in Gen.Elements<RuleOperator?>(null, RuleOperator.And, RuleOperator.Or)
        from score in Gen.Elements<Score?>(Score.Of(0), Score.Infinity, Score.Of(-5))
        from role in Gen.Elements<ResourceRole?>(null, null, ResourceRole.Promoted, ResourceRole.Stopped)
        from count in Gen.Choose(1, 3)
        from parts in Gen.ListOf(below == 0 ? Condition : Gen.Frequency((4, Condition), (1, Level(below - 1, inside: true).Select(RuleExpression (rule) => rule))), count)
        select new CibRule
        {
            Operator = between,
            Score = score,
            Role = inside ? null : role,
            Expressions = parts.ToValueList(),
        };
}
