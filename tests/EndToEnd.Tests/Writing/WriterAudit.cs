using System.Collections;
using System.Xml.Linq;
using System.Xml.XPath;
using EndToEnd.Writers;

namespace EndToEnd.Tests.Writing;

/// <summary>Holds what one of our writers was told against what is there.</summary>
internal static class WriterAudit
{
    public static PartyResult Of(IReadOnlyList<WriteRecord> records, Expectation expected, XElement configuration)
    {
        var wrong = new List<string>();
        var doubled = new List<string>();
        var found = 0;
        foreach (var (path, value) in expected.Values)
        {
            var there = ((IEnumerable)configuration.XPathEvaluate(path)).Cast<XAttribute>().ToList();
            if (there.Count > 1)
            {
                doubled.Add(path);
            }

            if (there.Exists(a => a.Value == value))
            {
                found++;
            }
            else
            {
                wrong.Add($"{path}: wrote {value}, there is {(there.Count == 0 ? "nothing" : there[0].Value)}");
            }
        }

        var ids = configuration.Descendants().Attributes("id").Select(a => a.Value).ToLookup(id => id);
        wrong.AddRange(expected.Gone.Where(ids.Contains).Select(id => $"{id} is there, though its writer removed it or was refused"));
        return new PartyResult(expected.Writer)
        {
            Attempted = records.Count,
            Succeeded = records.Count(r => r.Outcome == WriteOutcome.Written),
            RefusedRightly = records.Count(r => !r.Possible && r.Outcome == WriteOutcome.Refused),
            Failed = records.Count(r => r.Possible && r.Outcome != WriteOutcome.Written),
            Facts = expected.Values.Count + expected.Gone.Count,
            Found = found + expected.Gone.Count(id => !ids.Contains(id)),
            Wrong = wrong,
            Doubled = doubled,
            Complaints = [.. records.Where(r => r.Possible && r.Message is not null).Select(r => $"write {r.Number}, {r.What}: {r.Outcome}\n{r.Message}")],
        };
    }
}
