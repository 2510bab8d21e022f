using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.Launching;
using HaIac.Engine.Plugins;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Tests.Kit;

/// <summary>
/// Runs a scenario's <c>program.json</c> inside the test process: declares what it says by plain gRPC calls, as an SDK
/// would. What the recordings' README says of the form of the file holds here.
/// </summary>
internal sealed class KitProgram(JObject program, KitStack stack) : IProgramLauncher
{
    public Task<IRunningProgram> StartAsync(
        string monitorAddress, string engineAddress, bool isPreview, Action<string> onOutput, Action<string> onError, CancellationToken ct)
    {
        var run = new KitProgramRun(program, stack, GrpcChannel.ForAddress(monitorAddress), isPreview, onOutput, onError);
        return Task.FromResult<IRunningProgram>(new Running(run.RunAsync()));
    }

    private sealed class Running(Task<int> ended) : IRunningProgram
    {
        public Task<int> Ended => ended;

        public Task StopAsync() => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}

/// <summary>What a program knows of its stack.</summary>
internal sealed record KitStack(string Project, string Name, IReadOnlyDictionary<string, DeploymentConfigValue> Config);

/// <summary>A feature of the scenarios that this program does not have.</summary>
internal sealed class KitUnsupportedException(string feature) : Exception(feature);

/// <summary>One run of a program.</summary>
internal sealed class KitProgramRun(
    JObject program, KitStack stack, GrpcChannel channel, bool isPreview, Action<string> onOutput, Action<string> onError)
{
    private readonly Dictionary<string, KitNode> made = new(StringComparer.Ordinal);
    private readonly List<Task> pending = [];
    private KitNode root = null!;
    private KitCallbacks callbacks = null!;

    public async Task<int> RunAsync()
    {
        await Task.Yield();
        await using var serving = callbacks = await KitCallbacks.StartAsync();
        try
        {
            root = new KitNode { Name = $"{stack.Project}-{stack.Name}", Type = "pulumi:pulumi:Stack" };
            root.State = RegisterRootAsync();
            pending.Add(root.State);
            await RegisterCallbacksAsync();
            foreach (var resource in program["resources"]?.OfType<JObject>() ?? [])
            {
                Declare(resource);
            }

            return await FinishAsync();
        }
        catch (GrpcException)
        {
            // The engine says what happened; a program that was cut off only ends.
            return 1;
        }
    }

    private static IEnumerable<string> Names(JToken? token) => token?.Select(name => (string)name!) ?? [];

    private async Task<int> FinishAsync()
    {
        foreach (var log in program["logs"]?.OfType<JArray>() ?? [])
        {
            await LogAsync((string)log[0]!, (string)log[1]!, log.Count > 2 ? (string)log[2]! : null);
        }

        Names(program["print"]).ToList().ForEach(onOutput);
        Names(program["printError"]).ToList().ForEach(onError);
        if (program["exit"] is { } exit)
        {
            return (int)exit;
        }

        if ((program["runError"] ?? program["throw"]) is { } thrown)
        {
            // What was sent before the fault is answered first; a program that is faster is a matter of luck.
            await Task.WhenAll(pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await LogAsync("error", (string)thrown!, null);
            return 32;
        }

        if (program["applyThrow"] is { } node)
        {
            await made[(string)node!].State;
            await LogAsync("error", "thrown in an apply", null);
            return 32;
        }

        try
        {
            var outputs = RegisterOutputsAsync(root, (program["outputs"] as JObject) ?? []);
            await Task.WhenAll(pending);
            await outputs;
        }
        catch (KeyNotFoundException e)
        {
            await LogAsync("error", e.Message, null);
            return 32;
        }

        await channel.CallAsync(ResourceMonitorMethods.SignalAndWaitForShutdown, new Empty());
        return 0;
    }

    private async Task RegisterCallbacksAsync()
    {
        foreach (var (name, hook) in program["hooks"] as JObject ?? [])
        {
            await channel.CallAsync(ResourceMonitorMethods.RegisterResourceHook, new RegisterResourceHookRequest
            {
                Name = name,
                Callback = callbacks.Hook(_ => (string?)hook!["fail"] ?? ""),
            });
        }

        foreach (var transform in program["stackTransforms"] as JArray ?? [])
        {
            await channel.CallAsync(ResourceMonitorMethods.RegisterStackTransform, Transform(transform));
        }
    }

    private Callback Transform(JToken transform) => callbacks.Transform(question =>
    {
        if ((string?)transform["type"] is { } type && type != question.Type)
        {
            return new TransformResponse();
        }

        foreach (var (key, value) in transform["set"] as JObject ?? [])
        {
            question.Properties.Fields[key] = Value.Parser.ParseJson(value!.ToString(Formatting.None));
        }

        // The recordings' program gives known values back as plain ones, and so without what they depend on.
        var answered = WireReader.FromStruct(question.Properties).Select(pair => pair.Value is WireOutput { Value: { } known, Secret: false } ? KeyValuePair.Create(pair.Key, known) : pair);
        question.Properties = WireWriter.ToStruct(WireObject.Create(answered), WireMarshalOptions.Everything);
        if (transform["options"]?["protect"] is { } protect)
        {
            question.Options.Protect = (bool)protect;
        }

        return new TransformResponse { Properties = question.Properties, Options = question.Options };
    });

    private async Task LogAsync(string severity, string message, string? name) =>
        await channel.CallAsync(EngineMethods.Log, new LogRequest
        {
            Severity = severity switch
            {
                "debug" => LogSeverity.Debug,
                "info" => LogSeverity.Info,
                "warn" => LogSeverity.Warning,
                _ => LogSeverity.Error,
            },
            Message = message,
            Urn = name is null ? "" : (await made[name].State).Urn,
        });

    private void Declare(JObject resource)
    {
        if (resource["stackReference"] is { } stackName)
        {
            var reference = new KitNode { Name = (string)resource["name"]!, Type = "pulumi:pulumi:StackReference", Custom = true, Parent = root };
            root.Children.Add(reference);
            made["stack " + stackName] = reference;
            reference.State = ReadAsync(reference, new JObject(new JProperty("inputs", new JObject(new JProperty("name", stackName)))), stackName, []);
            pending.Add(reference.State);
            return;
        }

        if (resource["registerOutputs"] is { } component)
        {
            pending.Add(RegisterOutputsAsync(made[(string)component!], (resource["outputs"] as JObject) ?? []));
            return;
        }

        var options = (resource["options"] as JObject) ?? [];
        var isProvider = resource["providerOf"] is not null;
        var node = new KitNode
        {
            Name = (string)resource["name"]!,
            Type = isProvider ? "pulumi:providers:" + resource["providerOf"] : (string)resource["type"]!,
            Custom = (bool?)resource["component"] != true,
            Parent = options["parent"] is { } parent ? made[(string)parent!] : root,
        };
        node.Parent.Children.Add(node);
        made[node.Name] = node;
        node.State = resource["get"] is { } id ? ReadAsync(node, resource, id, options) : RegisterAsync(node, resource, options);
        pending.Add(node.State);
        if (!node.Custom && !RegistersOutputs(node.Name))
        {
            // As SDKs do for components that tell no outputs themselves.
            pending.Add(RegisterOutputsAsync(node, []));
        }
    }

    private bool RegistersOutputs(string name) =>
        program["resources"]!.OfType<JObject>().Any(resource => (string?)resource["registerOutputs"] == name);

    private async Task<KitState> RegisterRootAsync()
    {
        var request = Base(new RegisterResourceRequest { Type = root.Type, Name = root.Name, Object = new Struct() });
        var answer = await channel.CallAsync(ResourceMonitorMethods.RegisterResource, request);
        return new KitState(answer.Urn, null, WireObject.Empty);
    }

    private static RegisterResourceRequest Base(RegisterResourceRequest request)
    {
        request.AcceptSecrets = true;
        request.AcceptResources = true;
        request.SupportsPartialValues = true;
        request.SupportsResultReporting = true;
        request.AliasSpecs = true;
        request.CustomTimeouts = new CustomTimeouts();
        return request;
    }

    private async Task<KitState> RegisterAsync(KitNode node, JObject resource, JObject options)
    {
        var inputs = await InputsAsync((resource["inputs"] as JObject) ?? []);
        var needs = inputs.SelectMany(pair => pair.Value.Needs).Concat(Names(options["dependsOn"]).Concat(Names(options["replaceWith"])).Select(name => made[name])).ToHashSet();
        var request = Base(new RegisterResourceRequest
        {
            Type = node.Type,
            Name = node.Name,
            Custom = node.Custom,
            Parent = (await node.Parent!.State).Urn,
            Object = WireWriter.ToStruct(Fields(inputs), WireMarshalOptions.Everything),
        });
        request.Dependencies.AddRange(await UrnsAsync(needs));
        foreach (var (key, value) in inputs)
        {
            var urns = new PropertyDependencies();
            urns.Urns.AddRange(await UrnsAsync(value.Needs));
            request.PropertyDependencies[key] = urns;
        }

        await ApplyAsync(request, node, options);
        var answer = await channel.CallAsync(ResourceMonitorMethods.RegisterResource, request);
        var id = answer.Id.Length > 0 && answer.Id != WireSignatures.Unknown ? new WireText(answer.Id)
            : isPreview || answer.Result != Result.Success ? (WireValue)WireUnknown.Instance : new WireText("");
        var outputs = WireReader.FromStruct(answer.Object);
        if (answer.Result != Result.Success)
        {
            outputs = outputs.With("\0unknown", WireUnknown.Instance);
        }

        return new KitState(answer.Urn, node.Custom ? id : null, outputs);
    }

    private async Task ApplyAsync(RegisterResourceRequest request, KitNode node, JObject options)
    {
        foreach (var (key, option) in options)
        {
            switch (key)
            {
                case "parent":
                case "dependsOn":
                    break;
                case "protect":
                    request.Protect = (bool)option!;
                    break;
                case "retainOnDelete":
                    request.RetainOnDelete = (bool)option!;
                    break;
                case "deleteBeforeReplace":
                    (request.DeleteBeforeReplace, request.DeleteBeforeReplaceDefined) = ((bool)option!, true);
                    break;
                case "ignoreChanges":
                    request.IgnoreChanges.AddRange(Names(option));
                    break;
                case "replaceOnChanges":
                    request.ReplaceOnChanges.AddRange(Names(option));
                    break;
                case "additionalSecretOutputs":
                    request.AdditionalSecretOutputs.AddRange(Names(option));
                    break;
                case "import":
                    request.ImportId = (string)option!;
                    break;
                case "version":
                    request.Version = (string)option!;
                    break;
                case "deletedWith":
                    request.DeletedWith = (await made[(string)option!].State).Urn;
                    break;
                case "replaceWith":
                    request.ReplaceWith.AddRange(await UrnsAsync(Names(option).Select(name => made[name])));
                    break;
                case "replacementTrigger":
                    request.ReplacementTrigger = WireWriter.ToValue((await ValueAsync(option)).Value ?? WireNull.Instance, WireMarshalOptions.Everything);
                    break;
                case "customTimeouts":
                    request.CustomTimeouts = new CustomTimeouts
                    {
                        Create = (string?)option!["create"] ?? "",
                        Update = (string?)option["update"] ?? "",
                        Delete = (string?)option["delete"] ?? "",
                    };
                    break;
                case "transforms":
                    request.Transforms.AddRange(option!.Select(Transform));
                    break;
                case "hooks":
                    request.Hooks = ResourceHooksBinding.Parser.ParseJson(option!.ToString(Formatting.None));
                    break;
                case "provider":
                    await ProviderAsync(request, node, made[(string)option!]);
                    break;
                case "providers":
                    foreach (var name in Names(option))
                    {
                        request.Providers[made[name].Type.Split(':')[2]] = await ReferenceAsync(made[name]);
                    }

                    break;
                case "aliases":
                    foreach (var alias in option!)
                    {
                        request.Aliases.Add(await AliasAsync(alias));
                    }

                    break;
                default:
                    throw new KitUnsupportedException("option " + key);
            }
        }
    }

    private async Task ProviderAsync(RegisterResourceRequest request, KitNode node, KitNode provider)
    {
        if (node.Custom)
        {
            request.Provider = await ReferenceAsync(provider);
        }
        else
        {
            request.Providers[provider.Type.Split(':')[2]] = await ReferenceAsync(provider);
        }
    }

    private static async Task<string> ReferenceAsync(KitNode provider)
    {
        var state = await provider.State;
        return $"{state.Urn}::{(state.Id is WireText text ? text.Value : WireSignatures.Unknown)}";
    }

    private async Task<Alias> AliasAsync(JToken alias)
    {
        if (alias.Type == JTokenType.String)
        {
            return new Alias { Urn = (string)alias! };
        }

        var spec = new Alias.Types.Spec
        {
            Name = (string?)alias["name"] ?? "",
            Type = (string?)alias["type"] ?? "",
            Stack = (string?)alias["stack"] ?? "",
            Project = (string?)alias["project"] ?? "",
        };
        if ((bool?)alias["noParent"] == true)
        {
            spec.ParentUrn = (await root.State).Urn;
        }
        else if ((string?)alias["parent"] is { } parent)
        {
            spec.ParentUrn = made.TryGetValue(parent, out var node) ? (await node.State).Urn : parent;
        }

        return new Alias { Spec = spec };
    }

    private async Task<KitState> ReadAsync(KitNode node, JObject resource, JToken id, JObject options)
    {
        var inputs = await InputsAsync((resource["inputs"] as JObject) ?? []);
        var wanted = (await ValueAsync(id)).Value;
        var request = new ReadResourceRequest
        {
            Id = wanted is WireText text ? text.Value : WireSignatures.Unknown,
            Type = node.Type,
            Name = node.Name,
            Parent = (await node.Parent!.State).Urn,
            Properties = WireWriter.ToStruct(Fields(inputs), WireMarshalOptions.Everything),
            AcceptSecrets = true,
            AcceptResources = true,
        };
        request.Dependencies.AddRange(await UrnsAsync(inputs.SelectMany(pair => pair.Value.Needs).Concat(Names(options["dependsOn"]).Select(name => made[name]))));
        if (options["provider"] is { } provider)
        {
            request.Provider = await ReferenceAsync(made[(string)provider!]);
        }

        request.AdditionalSecretOutputs.AddRange(Names(options["additionalSecretOutputs"]));
        var answer = await channel.CallAsync(ResourceMonitorMethods.ReadResource, request);
        return new KitState(answer.Urn, new WireText(request.Id), WireReader.FromStruct(answer.Properties));
    }

    private async Task RegisterOutputsAsync(KitNode node, JObject outputs)
    {
        var values = await InputsAsync(outputs);
        foreach (var missing in node == root ? outputs.Properties().Where(output => output.Value is JObject value && value["$stack"] is not null && !values.ContainsKey(output.Name)) : [])
        {
            await LogAsync("warn", $"Undefined value ({missing.Name}) will not show as a stack output.", null);
        }

        await channel.CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, new RegisterResourceOutputsRequest
        {
            Urn = (await node.State).Urn,
            Outputs = WireWriter.ToStruct(Fields(values), WireMarshalOptions.Everything),
        });
    }

    private static WireObject Fields(IEnumerable<KeyValuePair<string, KitValue>> values) =>
        WireObject.Create(values.Where(pair => pair.Value.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Value!)));

    private static async Task<IEnumerable<string>> UrnsAsync(IEnumerable<KitNode> nodes)
    {
        var urns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes.SelectMany(node => node.Reach).Distinct())
        {
            urns.Add((await node.State).Urn);
        }

        return urns;
    }

    private async Task<ImmutableSortedDictionary<string, KitValue>> InputsAsync(JObject fields)
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

    private async Task<KitValue> ValueAsync(JToken? token)
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
