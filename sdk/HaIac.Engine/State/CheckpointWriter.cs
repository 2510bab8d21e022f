using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HaIac.Engine.Secrets;

namespace HaIac.Engine.State;

/// <summary>
/// Writes state files. The JSON of a resource is made once for each instance and used again in every later file, so that
/// saving after each of n steps does not serialise (and encrypt) n times n resources.
/// </summary>
public sealed class CheckpointWriter
{
    private readonly ConditionalWeakTable<StateResource, Fragment> _fragments = [];
    private readonly ConditionalWeakTable<StateResource, Fragment>.CreateValueCallback _make;

    /// <summary>A writer for one stack.</summary>
    /// <param name="secrets">Encrypts the secrets of the stack.</param>
    public CheckpointWriter(ISecretCodec secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _make = resource => Fragment.Of(resource, secrets is RememberedSecrets remembered ? remembered.For(resource.Urn) : secrets);
    }

    /// <summary>How many resources were turned into JSON so far; the measure of what saving costs.</summary>
    public int Serialised { get; private set; }

    /// <summary>The whole file.</summary>
    /// <param name="checkpoint">What to write.</param>
    public byte[] Write(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);

        // The features stand before the content but are known only after it, so the content is written first.
        var features = new SortedSet<string>(CheckpointFeatures.Of(checkpoint.Latest), StringComparer.Ordinal);
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content, ValueJson.Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("stack", checkpoint.Stack);
            writer.WritePropertyName("latest");
            WriteDeployment(writer, checkpoint.Latest, features);
            Unknown(writer, checkpoint.UnknownFields);
            writer.WriteEndObject();
        }

        using var file = new MemoryStream((int)content.Length + 256);
        using (var writer = new Utf8JsonWriter(file, ValueJson.Compact))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", features.Count == 0 ? 3 : 4);
            if (features.Count > 0)
            {
                writer.WriteStartArray("features");
                foreach (var feature in features)
                    writer.WriteStringValue(feature);
                writer.WriteEndArray();
            }

            writer.WritePropertyName("checkpoint");
            writer.WriteRawValue(content.GetBuffer().AsSpan(0, (int)content.Length), skipInputValidation: true);
            writer.WriteEndObject();
        }

        return file.ToArray();
    }

    private void WriteDeployment(Utf8JsonWriter writer, Deployment deployment, SortedSet<string> features)
    {
        writer.WriteStartObject();
        if (deployment.Manifest is { } manifest)
        {
            writer.WriteStartObject("manifest");
            writer.WriteString("time", ResourceJson.TimeText(manifest.Time));
            writer.WriteString("magic", manifest.Magic);
            writer.WriteString("version", manifest.Version);
            writer.WriteEndObject();
        }

        if (deployment.SecretsProvider is { } secrets)
        {
            writer.WriteStartObject("secrets_providers");
            writer.WriteString("type", secrets.Type);
            writer.WritePropertyName("state");
            writer.WriteRawValue(secrets.StateJson);
            writer.WriteEndObject();
        }

        if (!deployment.Resources.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("resources");
            foreach (var resource in deployment.Resources)
                WriteResource(writer, resource, features);
            writer.WriteEndArray();
        }

        if (!deployment.PendingOperations.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("pending_operations");
            foreach (var operation in deployment.PendingOperations)
            {
                writer.WriteStartObject();
                writer.WritePropertyName("resource");
                WriteResource(writer, operation.Resource, features);
                writer.WriteString("type", PendingOperationKinds.Name(operation.Kind));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        Unknown(writer, deployment.UnknownFields);
        writer.WritePropertyName("metadata");
        writer.WriteRawValue(deployment.MetadataJson);
        writer.WriteEndObject();
    }

    private void WriteResource(Utf8JsonWriter writer, StateResource resource, SortedSet<string> features)
    {
        if (!_fragments.TryGetValue(resource, out var fragment))
        {
            fragment = _fragments.GetValue(resource, _make);
            Serialised++;
        }

        features.UnionWith(fragment.Features);
        writer.WriteRawValue(fragment.Json, skipInputValidation: true);
    }

    private static void Unknown(Utf8JsonWriter writer, ImmutableSortedDictionary<string, string> fields)
    {
        foreach (var (name, raw) in fields)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(raw);
        }
    }

    private sealed record Fragment(byte[] Json, ImmutableArray<string> Features)
    {
        public static Fragment Of(StateResource resource, ISecretCodec secrets)
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, ValueJson.Compact))
                ResourceJson.Write(writer, resource, secrets);
            var json = buffer.ToArray();
            return new(json, CheckpointFeatures.Of(resource, json));
        }
    }
}
