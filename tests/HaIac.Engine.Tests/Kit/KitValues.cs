using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.Plugins;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Tests.Kit;

/// <summary>Turns the values of a scenario's program into what is sent, with the resources that they need.</summary>
internal sealed class KitValues(KitStack stack, GrpcChannel channel, bool isPreview, IReadOnlyDictionary<string, KitNode> made)
{
    public static IEnumerable<string> Names(JToken? token) => token?.Select(name => (string)name!) ?? [];

    public static WireObject Fields(IEnumerable<KeyValuePair<string, KitValue>> values) =>
        WireObject.Create(values.Where(pair => pair.Value.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Value!)));

    public static async Task<IEnumerable<string>> UrnsAsync(IEnumerable<KitNode> nodes)
    {
        var urns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes.SelectMany(node => node.Reach).Distinct())
        {
            urns.Add((await node.State).Urn);
        }

        return urns;
    }

    public static async Task<string> ReferenceAsync(KitNode provider)
    {
        var state = await provider.State;
        return $"{state.Urn}::{(state.Id is WireText text ? text.Value : WireSignatures.Unknown)}";
    }

    public async Task<ImmutableSortedDictionary<string, KitValue>> InputsAsync(JObject fields)
    {
        var result = ImmutableSortedDictionary.CreateBuilder<string, KitValue>(StringComparer.Ordinal);
        foreach (var (key, token) in fields)
        {
            var value = await ValueAsync(token);
            if (value.Value is not null)
            {
                result[key] = value;
            }
        }

        return result.ToImmutable();
    }

    public async Task<KitValue> ValueAsync(JToken? token)
    {
        switch (token)
        {
            case JArray array:
                var items = await Task.WhenAll(array.Select(ValueAsync));
                return new KitValue(new WireList(items.Select(item => item.Value ?? WireNull.Instance).ToValueList()), Union(items));
            case JObject special when special.Properties().FirstOrDefault(p => p.Name.StartsWith('$'))?.Name is { } name:
                return await SpecialAsync(special, name);
            case JObject map:
                var fields = new List<KeyValuePair<string, KitValue>>();
                foreach (var (key, field) in map)
                {
                    fields.Add(KeyValuePair.Create(key, await ValueAsync(field)));
                }

                return new KitValue(new WireMap(Fields(fields)), Union(fields.Select(pair => pair.Value)));
            case null:
                return KitValue.Of(null);
            default:
                return KitValue.Of(WireReader.FromValue(Value.Parser.ParseJson(token.ToString(Formatting.None))));
        }
    }

    private static ImmutableHashSet<KitNode> Union(IEnumerable<KitValue> values) => [.. values.SelectMany(value => value.Needs)];

    private async Task<KitValue> SpecialAsync(JObject special, string name)
    {
        var argument = special[name]!;
        switch (name)
        {
            case "$ref":
                var (node, property) = ((string)argument!).Split('.', 2) is [var n, var p] ? (made[n], p) : throw new KitUnsupportedException("$ref");
                var outputs = (await node.State).Outputs;
                return new KitValue(outputs.TryGetValue(property, out var found) ? found : isPreview || outputs.ContainsKey("\0unknown") ? WireUnknown.Instance : null, [node]);
            case "$id":
                return new KitValue((await made[(string)argument!].State).Id, [made[(string)argument!]]);
            case "$urn":
                return new KitValue(new WireText((await made[(string)argument!].State).Urn), [made[(string)argument!]]);
            case "$resource":
                var state = await made[(string)argument!].State;
                return new KitValue(new WireReference(state.Urn, state.Id, ""), [made[(string)argument!]]);
            case "$secret":
                var inner = await ValueAsync(argument);
                return inner with { Value = new WireSecret(inner.Value ?? WireNull.Instance) };
            case "$text":
                return KitValue.Of(new WireAsset(WireAssetKind.Text, (string)argument!, null));
            case "$file":
                return KitValue.Of(new WireAsset(WireAssetKind.Path, (string)argument!, null));
            case "$archive" when argument.Type == JTokenType.String:
                return KitValue.Of(new WireArchive(WireAssetKind.Path, (string)argument!, null, null));
            case "$archive":
                return KitValue.Of(new WireArchive(WireAssetKind.Assets, "", ((WireMap)(await ValueAsync(argument)).Value!).Fields, null));
            case "$config" or "$configSecret" or "$configObject":
                return Config(name, (string)argument!);
            case "$join":
                return Join(await Task.WhenAll(argument.Select(ValueAsync)));
            case "$invoke":
                return await InvokeAsync((string)argument!, (special["args"] as JObject) ?? [], (string?)special["provider"]);
            case "$stack":
                return await StackOutputAsync((string)argument!, (string)special["output"]!, (bool?)special["require"] == true);
            default:
                throw new KitUnsupportedException(name);
        }
    }

    private async Task<KitValue> StackOutputAsync(string name, string output, bool isRequired)
    {
        var reference = made["stack " + name];
        var outputs = (WireMap)(await reference.State).Outputs["outputs"];
        return outputs.Fields.TryGetValue(output, out var value) ? new KitValue(value, [reference])
            : isRequired ? throw new KeyNotFoundException($"Required output '{output}' does not exist on stack '{name}'.")
            : KitValue.Of(null);
    }

    private KitValue Config(string kind, string key)
    {
        if (!stack.Config.TryGetValue(key.Contains(':') ? key : $"{stack.Project}:{key}", out var value))
        {
            return KitValue.Of(null);
        }

        WireValue read = kind == "$configObject" ? WireReader.FromValue(Value.Parser.ParseJson(value.Text)) : new WireText(value.Text);
        return KitValue.Of(kind == "$configSecret" ? new WireSecret(read) : read);
    }

    private static KitValue Join(KitValue[] parts)
    {
        var values = parts.Select(part => part.Value ?? WireNull.Instance).ToList();
        var secret = values.Any(WireFacts.HasSecret);
        WireValue joined = values.Any(WireFacts.HasUnknown)
            ? WireUnknown.Instance
            : new WireText(string.Concat(values.Select(value => WireFacts.Plain(value) is WireText text ? text.Value : ProviderInputs.Text(value))));
        return new KitValue(secret ? new WireSecret(joined) : joined, Union(parts));
    }

    private async Task<KitValue> InvokeAsync(string token, JObject arguments, string? provider)
    {
        var args = await InputsAsync(arguments);
        if (args.Values.Any(value => WireFacts.HasUnknown(value.Value!)))
        {
            return new KitValue(WireUnknown.Instance, Union(args.Values));
        }

        var answer = await channel.CallAsync(ResourceMonitorMethods.Invoke, new ResourceInvokeRequest
        {
            Tok = token,
            Args = WireWriter.ToStruct(Fields(args), WireMarshalOptions.Everything),
            AcceptResources = true,
            Provider = provider is null ? "" : await ReferenceAsync(made[provider]),
        });
        return answer.Failures.Count > 0
            ? throw new GrpcException(GrpcStatusCode.InvalidArgument, $"Invoke of '{token}' failed")
            : new KitValue(new WireMap(WireReader.FromStruct(answer.Return)), Union(args.Values));
    }
}
