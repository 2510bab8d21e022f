using System.Xml.Linq;

namespace EndToEnd.Tests.Writing;

/// <summary>Holds what another tool wrote against what is there: after each command, until the next one on the same object, and at the end.</summary>
internal static class ForeignAudit
{
    public static PartyResult Of(string name, IReadOnlyList<ForeignStep> steps, XElement configuration)
    {
        var last = new Dictionary<string, string?>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var step in steps)
        {
            if (last.TryGetValue(step.Id, out var left) && left != step.Before)
            {
                wrong.Add($"{step.Id} changed before {step.What}: {left ?? "gone"} became {step.Before ?? "gone"}");
            }

            if (step.Succeeded && !step.IsThere)
            {
                wrong.Add($"{step.What} {step.Id} succeeded, but there is {step.After ?? "nothing"}");
            }

            last[step.Id] = step.After;
        }

        var elements = configuration.Descendants().Where(e => e.Attribute("id") is not null && e.Name != "obj_ref").ToLookup(e => (string)e.Attribute("id")!);
        var found = 0;
        foreach (var (id, left) in last)
        {
            var now = elements[id].Select(CanonicalXml.Of).FirstOrDefault();
            if (now == left)
            {
                found++;
            }
            else
            {
                wrong.Add($"{id} at the end: {left ?? "gone"} became {now ?? "gone"}");
            }
        }

        return new PartyResult(name)
        {
            Attempted = steps.Count,
            Succeeded = steps.Count(s => s.Succeeded),
            Failed = steps.Count(s => !s.Succeeded),
            Facts = last.Count,
            Found = found,
            Wrong = wrong,
            Doubled = [.. last.Keys.Where(id => elements[id].Count() > 1)],
            Complaints = [.. steps.Where(s => !s.Succeeded).Select(s => $"{s.What} {s.Id}: {s.ExitCode} {s.Said}")],
        };
    }
}
