using HaIac.Cib.Documents;

namespace HaIac.Cib.Tests;

/// <summary>The valid CIBs of Pacemaker's own scheduler tests, and pairs of them that are the same in every run.</summary>
internal static class SchedulerCorpus
{
    public static List<(string Name, CibDocument Document)> Valid() =>
        [.. Directory.GetFiles(TestFolders.SchedulerCibs("valid"), "*.xml")
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), CibDocument.Parse(File.ReadAllText(file))))];

    /// <summary>Different pairs of different documents, spread over all of them.</summary>
    public static IEnumerable<((string Name, CibDocument Document) Before, (string Name, CibDocument Document) After)> Pairs(
        List<(string Name, CibDocument Document)> documents, int count)
    {
        // Every step pairs each document with the one that many places on: no pair comes twice.
        for (var i = 0; i < count; i++)
        {
            var (step, place) = (1 + (i / documents.Count), i % documents.Count);
            yield return (documents[place], documents[(place + step) % documents.Count]);
        }
    }
}
