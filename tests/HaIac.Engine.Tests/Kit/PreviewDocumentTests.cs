using HaIac.Engine.Tests.Recordings;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Tests.Kit;

/// <summary>The document of <c>preview --json</c> and <c>up --json</c> as our engine makes it, against the recorded one.</summary>
internal sealed class PreviewDocumentTests
{
    [Test, CancelAfter(120_000)]
    public async Task Write_RecordedSteps_GivesTheRecordedDocuments(CancellationToken ct)
    {
        var recordings = SharedFolder.EngineRecordings();
        var scenario = await ReadAsync(Path.Combine(recordings, "..", "scenarios", "02-preview-forms.json"), ct);
        var recording = await ReadAsync(Path.Combine(recordings, "02-preview-forms", "recording.json"), ct);

        // Later steps refresh, which is not there yet.
        scenario["steps"] = new JArray(scenario["steps"]!.TakeWhile(step => (string?)step["run"]![0] != "refresh"));
        var folder = Directory.CreateTempSubdirectory("haiac-document-").FullName;
        try
        {
            var records = await new ScenarioRun(scenario, folder).RunAsync(ct);
            var compared = records.Where(record => recording["steps"]![record.Number - 1]!["stdoutDocuments"] is not null).ToList();
            Assert.That(compared.Select(record => record.Number), Is.EqualTo([1, 2, 5, 16]));
            using (Assert.EnterMultipleScope())
            {
                foreach (var record in compared)
                {
                    Assert.That(Form(Parse(record.PreviewJson)), Is.EqualTo(Form(recording["steps"]![record.Number - 1]!["stdoutDocuments"]![0]!)), $"step {record.Number}");
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<JObject> ReadAsync(string path, CancellationToken ct) => (JObject)Parse(await File.ReadAllTextAsync(path, ct));

    private static JToken Parse(string json) =>
        JsonConvert.DeserializeObject<JToken>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None, MaxDepth = null })!;

    /// <summary>The document without what differs from run to run, its steps in the order of their URNs: between independent resources it is free.</summary>
    private static string Form(JToken document)
    {
        foreach (var value in document.SelectTokens("$..*").OfType<JValue>().ToList())
        {
            if (value.Parent is JProperty { Name: "created" or "modified" or "duration" })
            {
                value.Value = "*";
            }
            else if (value.Parent is JProperty { Name: "provider" } && (string)value! is { } reference)
            {
                value.Value = reference[..reference.LastIndexOf("::", StringComparison.Ordinal)];
            }
        }

        document["steps"] = new JArray(document["steps"]!.OrderBy(step => (string)step["urn"]!, StringComparer.Ordinal));
        return document.ToString();
    }
}
