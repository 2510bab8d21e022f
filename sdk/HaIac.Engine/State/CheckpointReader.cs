using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using HaIac.Engine.Secrets;

namespace HaIac.Engine.State;

/// <summary>Reads state files of version 3, and of version 4 with features that we keep; refuses everything else.</summary>
public static class CheckpointReader
{
    /// <summary>Reads a state file.</summary>
    /// <param name="utf8">Content of the file.</param>
    /// <param name="where">Path of the file, for messages.</param>
    /// <param name="open">Gives the codec for the secrets of the file; gets null if the file names no secrets manager.</param>
    /// <exception cref="StateException">The file is damaged, of another version, or a secret cannot be decrypted.</exception>
    public static Checkpoint Read(ReadOnlyMemory<byte> utf8, string where, Func<SecretsProviderState?, ISecretCodec> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        try
        {
            using var document = JsonDocument.Parse(utf8, ValueJson.ReadOptions);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw new FormatException($"The file holds a {root.ValueKind} where an object is expected.");
            CheckVersion(root, where);
            var checkpoint = root.TryGetProperty("checkpoint", out var found) && found.ValueKind == JsonValueKind.Object
                ? found
                : throw new FormatException("The object \"checkpoint\" is missing.");
            var stack = checkpoint.TryGetProperty("stack", out var name) ? name.GetString() ?? "" : "";
            var latest = checkpoint.TryGetProperty("latest", out var json) && json.ValueKind == JsonValueKind.Object
                ? ReadDeployment(json, open)
                : Deployment.Empty;
            return new(stack, latest) { UnknownFields = Unknown(checkpoint, "stack", "latest") };
        }
        catch (JsonException exception)
        {
            var at = exception.LineNumber is { } line ? $" (line {line + 1}, byte {exception.BytePositionInLine + 1})" : "";
            throw Damaged(where, $"It is no JSON: {Cause(exception)}{at}.", exception);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            throw Damaged(where, exception.Message, exception);
        }
        catch (SecretException exception)
        {
            throw new StateException(
                "HAI1112",
                "Secret cannot be decrypted",
                exception.Message,
                where,
                "The file was written with another passphrase, or the secret was changed by hand.",
                "Set PULUMI_CONFIG_PASSPHRASE to the passphrase of this stack.",
                exception);
        }
    }

    private static Deployment ReadDeployment(JsonElement json, Func<SecretsProviderState?, ISecretCodec> open)
    {
        var provider = json.TryGetProperty("secrets_providers", out var named) && named.ValueKind == JsonValueKind.Object
            ? new SecretsProviderState(
                named.TryGetProperty("type", out var type) ? type.GetString() ?? "" : "",
                named.TryGetProperty("state", out var state) ? state.GetRawText() : "{}")
            : null;
        var codec = open(provider);
        return new()
        {
            Manifest = ReadManifest(json),
            SecretsProvider = provider,
            Resources = Items(json, "resources", item => ReadResource(item, codec)),
            PendingOperations = Items(json, "pending_operations", item => ReadOperation(item, codec)),
            MetadataJson = json.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object ? metadata.GetRawText() : "{}",
            UnknownFields = Unknown(json, "manifest", "secrets_providers", "resources", "pending_operations", "metadata"),
        };
    }

    private static StateResource ReadResource(JsonElement json, ISecretCodec codec)
    {
        var urn = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("urn", out var name) ? name.GetString() ?? "" : "";
        return ResourceJson.Read(json, codec is RememberedSecrets remembered ? remembered.For(urn) : codec);
    }

    private static PendingOperation ReadOperation(JsonElement json, ISecretCodec codec) =>
        json.TryGetProperty("resource", out var resource)
            ? new(PendingOperationKinds.Parse(json.TryGetProperty("type", out var kind) ? kind.GetString() : null), ReadResource(resource, codec))
            : throw new FormatException("A pending operation has no \"resource\".");

    private static Manifest? ReadManifest(JsonElement json)
    {
        if (!json.TryGetProperty("manifest", out var manifest) || manifest.ValueKind != JsonValueKind.Object)
            return null;
        var time = manifest.TryGetProperty("time", out var text)
            && DateTimeOffset.TryParse(text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)
                ? parsed
                : DateTimeOffset.UnixEpoch;
        return new(time, Text("version"), Text("magic"));

        string Text(string name) => manifest.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
    }

    private static ImmutableArray<T> Items<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray().Select(read)]
            : [];

    private static ImmutableSortedDictionary<string, string> Unknown(JsonElement json, params ReadOnlySpan<string> known)
    {
        var fields = ImmutableSortedDictionary<string, string>.Empty;
        foreach (var field in json.EnumerateObject())
        {
            if (!known.Contains(field.Name))
                fields = fields.SetItem(field.Name, field.Value.GetRawText());
        }

        return fields;
    }

    private static void CheckVersion(JsonElement root, string where)
    {
        var version = root.TryGetProperty("version", out var number) && number.TryGetInt32(out var value) ? value : 0;
        if (version is not (3 or 4))
        {
            throw new StateException(
                "HAI1110",
                "State file of another version",
                $"The file has version {version}; this program reads 3 and 4.",
                where,
                version > 4 ? "A newer program wrote it." : "An old program wrote it.",
                version > 4 ? "Use a newer haiac." : "Upgrade it with the official command line: pulumi stack export, then pulumi stack import.");
        }

        if (!root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            return;
        var strange = features.EnumerateArray().Select(feature => feature.GetString() ?? "").Where(feature => !CheckpointFeatures.Known.Contains(feature)).ToList();
        if (strange.Count > 0)
        {
            throw new StateException(
                "HAI1111",
                "State file with unknown features",
                $"The file uses {string.Join(", ", strange)}; known are {string.Join(", ", CheckpointFeatures.Known)}.",
                where,
                "A newer program wrote it, and writing it without these would lose something.",
                "Use a newer haiac.");
        }
    }

    private static string Cause(JsonException exception)
    {
        // The library puts the position after the sentence; we have our own.
        var message = exception.Message;
        var cut = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (cut < 0 ? message : message[..cut]).TrimEnd('.', ' ');
    }

    private static StateException Damaged(string where, string why, Exception inner) =>
        new(
            "HAI1113",
            "State file is damaged",
            "The state of the stack cannot be read. Nothing was changed.",
            where,
            why,
            $"Compare it with its previous version, {where}.bak, or with the copies in .pulumi/backups, and put one of them in its place.",
            inner);
}
