using HaIac.Cib.Comparing.Differences;
using HaIac.Cli.Cibs.Showing;
using HaIac.Cli.Printing;

namespace HaIac.Cli.Cibs.Differing;

/// <summary>What differs between two CIBs, for people: section by section, each object with its values, old and new; operator state apart.</summary>
/// <param name="paper">Takes the text.</param>
/// <param name="showSecrets">Whether secrets are shown.</param>
internal sealed class ComparisonText(Paper paper, bool showSecrets)
{
    /// <summary>Writes all differences, and how many there are.</summary>
    /// <param name="comparison">What differs.</param>
    public void Write(DocumentComparison comparison)
    {
        var configured = comparison.Objects.Where(item => !item.IsOperatorStateOnly).ToList();
        foreach (var section in configured.GroupBy(item => item.Section).OrderBy(section => SectionOrder.PlaceOf(section.Key)))
        {
            paper.Line(section.Key.Length == 0 ? "The CIB itself" : SectionOrder.Title(section.Key), Ink.Heading);
            foreach (var item in section)
                Object(item, item.Attributes);
            paper.Line();
        }

        var operators = comparison.Objects.Where(item => item.IsOperatorMade || item.OperatorState.Count > 0).ToList();
        if (operators.Count > 0)
        {
            paper.Line("Operator state", Ink.Heading);
            foreach (var item in operators)
                Object(item, item.IsOperatorMade ? item.Attributes : item.OperatorState);
            paper.Line();
        }

        paper.Line(ComparisonCounts.Of(comparison));
    }

    private void Object(ObjectDifference item, IEnumerable<AttributeDifference> values)
    {
        var (symbol, ink) = item.Kind switch
        {
            DifferenceKind.Added => ("+", Ink.Added),
            DifferenceKind.Removed => ("-", Ink.Removed),
            DifferenceKind.Moved => (">", Ink.Changed),
            _ => ("~", Ink.Changed),
        };
        paper.Write($"  {symbol} ", ink).Write(item.Id, ink).Write($"  {item.Tag}", Ink.Faint)
            .Line(item.From is null && item.Holder is { } holder ? $" in {holder}" : "", Ink.Faint);
        if (item is { From: { } from, To: { } to })
            paper.Write("      > ", Ink.Changed).Line(from.SameHolder(to) ? $"{from} => {to}" : $"{Holder(from)} => {Holder(to)}");
        var shown = values.ToList();
        var width = shown.Select(value => value.Path.Length).Where(length => length <= 48).DefaultIfEmpty(0).Max();
        foreach (var value in shown)
            Value(value, width);
    }

    private static string Holder(ObjectPlace place) => place.Holder is null ? "by itself" : $"in {place.HolderTag} {place.Holder}";

    private void Value(AttributeDifference value, int width)
    {
        var name = value.Path.PadRight(width);
        var (old, now) = (ShownValue.Of(value.Path, value.Old, showSecrets), ShownValue.Of(value.Path, value.New, showSecrets));
        switch (old, now)
        {
            case (null, _):
                paper.Write("      + ", Ink.Added).Write(name).Line($"  {now}", Ink.Added);
                break;
            case (_, null):
                paper.Write("      - ", Ink.Removed).Write(name).Line($"  {old}", Ink.Removed);
                break;
            default:
                paper.Write("      ~ ", Ink.Changed).Write(name).Write($"  {old}", Ink.Removed).Write(" => ").Line(now, Ink.Added);
                break;
        }
    }
}
