using System.Text.Json.Nodes;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;
using HaIac.Engine.Tests.Recordings;

namespace HaIac.Engine.Tests.State;

/// <summary>Every state file that the official command line wrote loads, is sound, and comes out as it went in.</summary>
public sealed class RecordedCheckpointTests
{
    /// <summary>The scenario whose files are damaged on purpose.</summary>
    private const string Damaged = "78-checkpoint-damage";

    /// <summary>The one file that is not sound: it was imported with --force.</summary>
    private static readonly string Forced = Path.Combine("73-export-import", "checkpoint-06.json");

    private static readonly string[] Passphrases = ["correct horse", "new phrase"];

    private static readonly Dictionary<string, PassphraseSecrets> Opened = [];

    private static IEnumerable<TestCaseData> Scenarios()
    {
        var shared = SharedFolder.Find();
        IEnumerable<string> names = shared is null
            ? ["none"]
            : Directory.GetDirectories(Path.Combine(shared, "conformance", "engine-recordings", "recordings")).Select(path => Path.GetFileName(path)).Where(name => name != Damaged).Order(StringComparer.Ordinal);
        return names.Select(name => new TestCaseData(name).SetArgDisplayNames(name));
    }

    [TestCaseSource(nameof(Scenarios))]
    public void Read_RecordedState_WritesBackWithTheSameMeaning(string scenario)
    {
        var folder = Path.Combine(SharedFolder.EngineRecordings(), scenario);
        foreach (var path in Directory.GetFiles(folder, "checkpoint-*.json"))
        {
            var before = File.ReadAllBytes(path);
            RememberedSecrets? secrets = null;
            var checkpoint = CheckpointReader.Read(before, path, state => secrets = new(Open(state)));

            Assert.That(IntegrityChecker.Check(checkpoint.Latest), path.EndsWith(Forced, StringComparison.Ordinal) ? Is.Not.Empty : Is.Empty, path);
            var after = new CheckpointWriter(secrets!).Write(checkpoint);
            Assert.That(Normal(after, secrets!), Is.EqualTo(Normal(before, secrets!)), path);
        }
    }

    private static ISecretCodec Open(SecretsProviderState? state)
    {
        if (state is null)
            return MaskedSecrets.Instance;

        // Deriving a key takes a second of work on purpose, and each scenario has one.
        lock (Opened)
        {
            if (!Opened.TryGetValue(state.StateJson, out var known))
                Opened[state.StateJson] = known = Passphrases.Select(phrase => TryOpen(phrase, state)).First(opened => opened is not null)!;
            return known;
        }
    }

    private static PassphraseSecrets? TryOpen(string passphrase, SecretsProviderState state)
    {
        try
        {
            return PassphraseSecrets.Open(() => passphrase, state, null, "");
        }
        catch (StateException)
        {
            return null;
        }
    }

    private static string Normal(byte[] json, ISecretCodec secrets)
    {
        var root = JsonNode.Parse(json)!;
        Normalise(root, secrets);
        return root.ToJsonString();
    }

    /// <summary>Times lose what is finer than 100 ns, the order of fields means nothing, secrets are compared in plain text.</summary>
    private static void Normalise(JsonNode? node, ISecretCodec secrets)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Normalise(item, secrets);
        }

        if (node is not JsonObject fields)
            return;
        foreach (var (name, value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal).ToList())
        {
            fields.Remove(name);
            fields[name] = name switch
            {
                "time" or "created" or "modified" => DateTimeOffset.Parse(value!.GetValue<string>()).ToString("o"),
                "ciphertext" => JsonNode.Parse(secrets.Decrypt(value!.GetValue<string>())),
                _ => value,
            };
            Normalise(fields[name], name == "ciphertext" ? PlainSecrets.Instance : secrets);
        }
    }
}
