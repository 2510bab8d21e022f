using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HaIac.Engine.Tests.Kit;

/// <summary>One run of a program.</summary>
internal sealed class KitProgramRun(
    JObject program, KitStack stack, GrpcChannel channel, bool isPreview, Action<string> onOutput, Action<string> onError)
{
    private readonly Dictionary<string, KitNode> made = new(StringComparer.Ordinal);
    private readonly List<Task> pending = [];
    private KitNode root = null!;
    private KitCallbacks callbacks = null!;
    private KitValues values = null!;
    private KitOptions writer = null!;

    public async Task<int> RunAsync()
    {
        await Task.Yield();
        await using var serving = callbacks = await KitCallbacks.StartAsync();
        try
        {
            root = new KitNode { Name = $"{stack.Project}-{stack.Name}", Type = "pulumi:pulumi:Stack" };
            values = new KitValues(stack, channel, isPreview, made);
            writer = new KitOptions(values, made, root, Transform);
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

    private async Task<int> FinishAsync()
    {
        foreach (var log in program["logs"]?.OfType<JArray>() ?? [])
        {
            await LogAsync((string)log[0]!, (string)log[1]!, log.Count > 2 ? (string)log[2]! : null);
        }

        KitValues.Names(program["print"]).ToList().ForEach(onOutput);
        KitValues.Names(program["printError"]).ToList().ForEach(onError);
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
        var inputs = await values.InputsAsync((resource["inputs"] as JObject) ?? []);
        var needs = inputs.SelectMany(pair => pair.Value.Needs).Concat(KitValues.Names(options["dependsOn"]).Concat(KitValues.Names(options["replaceWith"])).Select(name => made[name])).ToHashSet();
        var request = Base(new RegisterResourceRequest
        {
            Type = node.Type,
            Name = node.Name,
            Custom = node.Custom,
            Parent = (await node.Parent!.State).Urn,
            Object = WireWriter.ToStruct(KitValues.Fields(inputs), WireMarshalOptions.Everything),
        });
        request.Dependencies.AddRange(await KitValues.UrnsAsync(needs));
        foreach (var (key, value) in inputs)
        {
            var urns = new PropertyDependencies();
            urns.Urns.AddRange(await KitValues.UrnsAsync(value.Needs));
            request.PropertyDependencies[key] = urns;
        }

        await writer.ApplyAsync(request, node, options);
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

    private async Task<KitState> ReadAsync(KitNode node, JObject resource, JToken id, JObject options)
    {
        var inputs = await values.InputsAsync((resource["inputs"] as JObject) ?? []);
        var wanted = (await values.ValueAsync(id)).Value;
        var request = new ReadResourceRequest
        {
            Id = wanted is WireText text ? text.Value : WireSignatures.Unknown,
            Type = node.Type,
            Name = node.Name,
            Parent = (await node.Parent!.State).Urn,
            Properties = WireWriter.ToStruct(KitValues.Fields(inputs), WireMarshalOptions.Everything),
            AcceptSecrets = true,
            AcceptResources = true,
        };
        request.Dependencies.AddRange(await KitValues.UrnsAsync(inputs.SelectMany(pair => pair.Value.Needs).Concat(KitValues.Names(options["dependsOn"]).Select(name => made[name]))));
        if (options["provider"] is { } provider)
        {
            request.Provider = await KitValues.ReferenceAsync(made[(string)provider!]);
        }

        request.AdditionalSecretOutputs.AddRange(KitValues.Names(options["additionalSecretOutputs"]));
        var answer = await channel.CallAsync(ResourceMonitorMethods.ReadResource, request);
        return new KitState(answer.Urn, new WireText(request.Id), WireReader.FromStruct(answer.Properties));
    }

    private async Task RegisterOutputsAsync(KitNode node, JObject outputs)
    {
        var told = await values.InputsAsync(outputs);
        foreach (var missing in node == root ? outputs.Properties().Where(output => output.Value is JObject value && value["$stack"] is not null && !told.ContainsKey(output.Name)) : [])
        {
            await LogAsync("warn", $"Undefined value ({missing.Name}) will not show as a stack output.", null);
        }

        await channel.CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, new RegisterResourceOutputsRequest
        {
            Urn = (await node.State).Urn,
            Outputs = WireWriter.ToStruct(KitValues.Fields(told), WireMarshalOptions.Everything),
        });
    }
}
