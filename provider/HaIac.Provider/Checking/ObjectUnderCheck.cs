using HaIac.Operating.Findings;
using System.Collections.Immutable;
using HaIac.Provider.Shapes;
using Pulumi.Experimental;

namespace HaIac.Provider.Checking;

/// <summary>An object whose properties are fine one by one, for the rules that look at several of them.</summary>
/// <param name="Fields">Its properties; absent ones are not in it, those known after up are computed.</param>
/// <param name="Path">The path of the object; empty for the resource itself.</param>
/// <param name="Subject">The resource, for messages.</param>
/// <param name="Findings">Where findings go.</param>
internal sealed record ObjectUnderCheck(ImmutableDictionary<string, PropertyValue> Fields, string Path, string Subject, List<Finding> Findings)
{
    /// <summary>Whether the property is given, be it known now or after up.</summary>
    public bool Has(string name) => Fields.ContainsKey(name);

    /// <summary>The text of a property; null when it is absent or known only after up.</summary>
    public string? Text(string name) => Fields.TryGetValue(name, out var value) ? TextShape.AsText(value) : null;

    /// <summary>Whether the property is given but known only after up.</summary>
    public bool KnownLater(string name) => Fields.TryGetValue(name, out var value) && value.IsComputed;

    /// <summary>The objects of a list property whose content is known, with their paths.</summary>
    public IEnumerable<(string Path, ImmutableDictionary<string, PropertyValue> Fields)> Items(string name)
    {
        if (!Fields.TryGetValue(name, out var value) || !value.TryGetArray(out var items))
        {
            yield break;
        }

        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].TryGetMap(out var map))
            {
                yield return (PropertyPath.Index(PropertyPath.Key(Path, name), i), map!);
            }
        }
    }

    /// <summary>Reports a finding on a property of the object.</summary>
    public void Report(FindingCode code, string property, string what, string why, string mend) =>
        ReportAt(code, property.Length == 0 ? Path : PropertyPath.Key(Path, property), what, why, mend);

    /// <summary>Reports a finding on a path.</summary>
    public void ReportAt(FindingCode code, string path, string what, string why, string mend) =>
        Findings.Add(new(code, what, ShapeChecker.Where(Subject, path), why, mend) { Property = path });
}
