using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning.Steps;

/// <summary>Says in words why an object differs.</summary>
internal sealed class StepReasons
{
    /// <summary>What came to be inside an object, and what was before.</summary>
    private readonly ILookup<string, ObjectDifference> _arrived;
    private readonly ILookup<string, ObjectDifference> _left;

    public StepReasons(DocumentComparison comparison)
    {
        var movers = comparison.Objects.Where(item => item.From is not null && !item.From.SameHolder(item.To!)).ToList();
        _arrived = movers.Where(item => item.To!.Holder is not null).ToLookup(item => item.To!.Holder!, StringComparer.Ordinal);
        _left = movers.Where(item => item.From!.Holder is not null).ToLookup(item => item.From!.Holder!, StringComparer.Ordinal);
    }

    /// <summary>The reasons of one object.</summary>
    public ValueList<PlanReason> Of(ObjectDifference item)
    {
        var values = item.Attributes.Concat(item.OperatorState).Select(value => new PlanReason(Name(item, value.Path), value));
        return item.Kind switch
        {
            DifferenceKind.Added => [new PlanReason(Arrival(item))],
            DifferenceKind.Removed => [new PlanReason(Departure(item))],
            _ when item.To is not null => values.Prepend(new PlanReason(Move(item))).ToValueList(),
            _ => values.ToValueList(),
        };
    }

    private string Arrival(ObjectDifference item) =>
        _arrived[item.Id].Any() ? $"{item.Id} wraps {Names(_arrived[item.Id])}"
        : item.Holder is not null ? $"{item.Id} is new in {item.Holder}"
        : $"{item.Id} is new";

    private string Departure(ObjectDifference item) =>
        _left[item.Id].Any() ? $"{item.Id} no longer wraps {Names(_left[item.Id])}"
        : item.Holder is not null ? $"{item.Id} is no longer in {item.Holder}"
        : $"{item.Id} is no longer wanted";

    private static string Move(ObjectDifference item)
    {
        var (from, to) = (item.From!, item.To!);
        return from.SameHolder(to) ? $"{item.Id} comes {(to.Behind is null ? "first" : $"behind {to.Behind}")} in {to.Holder ?? to.HolderTag}"
            : to.Holder is null ? $"{item.Id} leaves {from.HolderTag} {from.Holder} and stands by itself"
            : from.Holder is null ? $"{item.Id} goes into {to.HolderTag} {to.Holder}"
            : $"{item.Id} goes from {from.HolderTag} {from.Holder} into {to.HolderTag} {to.Holder}";
    }

    private static string Names(IEnumerable<ObjectDifference> items) => string.Join(", ", items.Select(item => item.Id));

    /// <summary>A path as words: "monitor interval of haproxy", "clone-max of haproxy-clone".</summary>
    private static string Name(ObjectDifference item, string path)
    {
        var words = path
            .Replace("instance_attributes.", "", StringComparison.Ordinal)
            .Replace("meta_attributes.", "", StringComparison.Ordinal)
            .Replace("properties.", "", StringComparison.Ordinal)
            .Replace("operations[", "", StringComparison.Ordinal);
        return path.StartsWith("operations[", StringComparison.Ordinal)
            ? $"{words.Replace("].", " ", StringComparison.Ordinal)} of {item.Id}"
            : $"{words} of {item.Id}";
    }
}
