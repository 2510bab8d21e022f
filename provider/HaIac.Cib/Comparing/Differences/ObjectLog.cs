using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing.Differences;

/// <summary>What a walk finds out about one object.</summary>
internal sealed class ObjectLog(CibElement element, string section, string? holder)
{
    private static readonly string[] s_operatorMade = ["cli-ban-", "cli-prefer-", "cli-standby-"];

    private readonly List<AttributeDifference> _attributes = [];
    private readonly List<AttributeDifference> _operatorState = [];

    /// <summary>Set for what came or went as a whole.</summary>
    public DifferenceKind? Whole { get; set; }

    public ObjectPlace? From { get; set; }

    public ObjectPlace? To { get; set; }

    public string Section => section;

    /// <summary>What is found out about objects inside one that is gone.</summary>
    public List<ObjectLog> Inside { get; } = [];

    public void Add(string path, string? old, string? now, bool isOperatorState = false) =>
        (isOperatorState ? _operatorState : _attributes).Add(new(path, old, now));

    /// <summary>Takes over what another log has; false when it has nothing.</summary>
    public bool TryTake(ObjectLog other)
    {
        _attributes.AddRange(other._attributes);
        _operatorState.AddRange(other._operatorState);
        return other._attributes.Count + other._operatorState.Count > 0;
    }

    /// <summary>The finished differences: of the object, if any, and of those inside.</summary>
    public IEnumerable<ObjectDifference> ToDifferences()
    {
        var inside = Inside.SelectMany(log => log.ToDifferences());
        return ToDifference() is { } difference ? inside.Prepend(difference) : inside;
    }

    private ObjectDifference? ToDifference()
    {
        var changed = _attributes.Count + _operatorState.Count > 0;
        if (Whole is null && !changed && From is null)
        {
            return null;
        }

        return new()
        {
            Id = element.Id ?? element.Name,
            Tag = element.Name,
            Section = section,
            Kind = Whole ?? (changed ? DifferenceKind.Changed : DifferenceKind.Moved),
            Holder = holder,
            From = From,
            To = To,
            Attributes = _attributes.ToValueList(),
            OperatorState = _operatorState.ToValueList(),
            IsOperatorMade = element.Name == "rsc_location"
                && element.Id is { } id && Array.Exists(s_operatorMade, prefix => id.StartsWith(prefix, StringComparison.Ordinal)),
        };
    }
}
