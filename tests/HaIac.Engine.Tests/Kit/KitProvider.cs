using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Diff = HaIac.Protocol.Messages.DiffResponse;
using Kind = HaIac.Protocol.Messages.PropertyDiff.Types.Kind;

namespace HaIac.Engine.Tests.Kit;

/// <summary>The provider of the recorded scenarios, served by the test process itself over real gRPC.</summary>
internal sealed class KitProvider(KitWorld world, Action<string, IMessage, IMessage?> record, Action die)
{
    private static readonly WireMarshalOptions Secrets = new() { KeepSecrets = true, KeepReferences = true };

    private bool supportsPreview = true;
    private volatile bool dead;

    public GrpcServiceTable Routes()
    {
        var routes = new GrpcServiceTable();
        Add(routes, ResourceProviderMethods.Handshake, _ =>
        {
            dead = false;
            return Task.FromResult(new ProviderHandshakeResponse { AcceptSecrets = true, AcceptResources = true });
        });
        Add(routes, ResourceProviderMethods.Parameterize, q => Task.FromResult(new ParameterizeResponse { Name = q.Value.Name, Version = q.Value.Version }));
        Add(routes, ResourceProviderMethods.GetPluginInfo, _ => Task.FromResult(new PluginInfo { Version = "1.2.3" }));
        Add(routes, ResourceProviderMethods.Cancel, _ => Task.FromResult(new Empty()));
        Add(routes, ResourceProviderMethods.CheckConfig, CheckConfigAsync);
        Add(routes, ResourceProviderMethods.DiffConfig, DiffConfigAsync);
        Add(routes, ResourceProviderMethods.Configure, ConfigureAsync);
        Add(routes, ResourceProviderMethods.Check, CheckAsync);
        Add(routes, ResourceProviderMethods.Diff, DiffAsync);
        Add(routes, ResourceProviderMethods.Create, CreateAsync);
        Add(routes, ResourceProviderMethods.Read, ReadAsync);
        Add(routes, ResourceProviderMethods.Update, UpdateAsync);
        Add(routes, ResourceProviderMethods.Delete, DeleteAsync);
        Add(routes, ResourceProviderMethods.Invoke, InvokeAsync);
        Add(routes, ResourceProviderMethods.Call, KitComponents.CallAsync);
        Add(routes, ResourceProviderMethods.Construct, KitComponents.ConstructAsync);
        return routes;
    }

    private void Add<TRequest, TResponse>(GrpcServiceTable routes, GrpcMethod<TRequest, TResponse> method, Func<TRequest, Task<TResponse>> handler)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> =>
        routes.Add(method, async (request, _) =>
        {
            if (dead && method.Name != "Handshake")
            {
                throw new GrpcException(GrpcStatusCode.Unavailable, "gone");
            }

            try
            {
                var response = await handler(request);
                record(method.Name, request, response);
                return response;
            }
            catch (GrpcException)
            {
                record(method.Name, request, null);
                throw;
            }
        });

    private static string NameOf(string urn) => string.Join("::", urn.Split("::").Skip(3));

    private static WireObject Fields(Struct? fields) => WireReader.FromStruct(fields);

    private static WireValue? At(WireObject fields, string key) => fields.TryGetValue(key, out var value) ? KitDifferences.Plain(value) : null;

    // Text, arrays and so on of the inputs as the scenarios' JSON has them.
    private static JToken Json(WireValue value) => JToken.Parse(JsonFormatter.Default.Format(WireWriter.ToValue(value, Secrets)!));

    private static WireValue Wire(JToken token) => WireReader.FromValue(Value.Parser.ParseJson(token.ToString(Formatting.None)));

    private static JObject Behaviour(WireObject inputs) => At(inputs, "behaviour") is WireMap map ? (JObject)Json(map) : [];

    private void Trip(string op, string name, JObject behaviour)
    {
        var fault = world.Fault(op, name) ?? behaviour[op] as JObject;
        if (fault?["exit"] is not null)
        {
            dead = true;
            die();
            throw new GrpcException(GrpcStatusCode.Unavailable, "error reading from server: EOF");
        }

        if (fault?["message"] is { } message)
        {
            throw new GrpcException((GrpcStatusCode)((int?)fault["code"] ?? 2), (string)message!);
        }
    }

    private Task<CheckResponse> CheckConfigAsync(CheckRequest q)
    {
        var response = new CheckResponse { Inputs = q.News };
        if (At(Fields(q.News), "token") is WireText { Value: "bad" })
        {
            response.Failures.Add(new CheckFailure { Property = "token", Reason = "token 'bad' is not accepted" });
        }

        return Task.FromResult(response);
    }

    private Task<DiffResponse> DiffConfigAsync(DiffRequest q)
    {
        var (olds, news) = (Fields(q.OldInputs), Fields(q.News));
        var changed = olds.Keys.Union(news.Keys).Where(key => !KitDifferences.Same(olds.GetValueOrDefault(key), news.GetValueOrDefault(key))).Order(StringComparer.Ordinal).ToList();
        var response = new DiffResponse { Changes = changed.Count > 0 ? Diff.Types.DiffChanges.DiffSome : Diff.Types.DiffChanges.DiffNone };
        response.Diffs.AddRange(changed);
        response.Replaces.AddRange(changed.Where(key => key == "region"));
        return Task.FromResult(response);
    }

    private Task<ConfigureResponse> ConfigureAsync(ConfigureRequest q)
    {
        var config = Fields(q.Args);
        if (At(config, "token") is WireText { Value: "refused" })
        {
            throw new GrpcException(GrpcStatusCode.Unauthenticated, "the token was refused");
        }

        supportsPreview = At(config, "preview") is not WireText { Value: "false" };
        return Task.FromResult(new ConfigureResponse { AcceptSecrets = true, SupportsPreview = supportsPreview, AcceptResources = true });
    }

    private Task<CheckResponse> CheckAsync(CheckRequest q)
    {
        var news = Fields(q.News);
        Trip("check", NameOf(q.Urn), Behaviour(news));
        var response = new CheckResponse();
        if (At(news, "size") is { } size and not WireNull and not WireUnknown and not WireNumber { Value: >= 0 })
        {
            response.Failures.Add(new CheckFailure { Property = "size", Reason = "must be a number not below 0, got " + Json(size).ToString(Formatting.None) });
        }

        foreach (var failure in Behaviour(news)["checkFailures"] as JArray ?? [])
        {
            response.Failures.Add(new CheckFailure { Property = (string?)failure["property"] ?? "", Reason = (string?)failure["reason"] ?? "" });
        }

        response.Inputs = WireWriter.ToStruct(news.ContainsKey("size") ? news : news.With("size", new WireNumber(1)), Secrets);
        return Task.FromResult(response);
    }

    private Task<DiffResponse> DiffAsync(DiffRequest q)
    {
        var (news, olds, outs) = (Fields(q.News), Fields(q.OldInputs), Fields(q.Olds));
        var behaviour = Behaviour(news);
        Trip("diff", NameOf(q.Urn), behaviour);
        var mode = (string?)behaviour["diffMode"];
        var response = new DiffResponse();
        if (mode == "unknown")
        {
            return Task.FromResult(response);
        }

        var live = outs.Where(pair => olds.ContainsKey(pair.Key)).Aggregate(olds, (fields, pair) => fields.With(pair.Key, pair.Value));
        var found = new List<(string Path, char Kind)>();
        KitDifferences.Find(live, news, "", found);
        string Top(string path) => path.Split('.', '[')[0];
        var kept = found.Where(d => Top(d.Path) != "behaviour" && !q.IgnoreChanges.Contains(d.Path) && !q.IgnoreChanges.Contains(Top(d.Path))).ToList();
        var replaceKeys = new[] { "key", "keyFirst" }.Concat((behaviour["replaceOn"] as JArray ?? []).Select(token => (string)token!)).ToHashSet();
        var diffs = kept.Select(d => Top(d.Path)).Distinct().Order(StringComparer.Ordinal).ToList();
        response.Changes = diffs.Count > 0 ? Diff.Types.DiffChanges.DiffSome : Diff.Types.DiffChanges.DiffNone;
        response.Diffs.AddRange(diffs);
        response.Replaces.AddRange(diffs.Where(replaceKeys.Contains));
        response.DeleteBeforeReplace = diffs.Contains("keyFirst");
        response.Stables.AddRange((behaviour["stables"] as JArray ?? []).Select(token => (string)token!));
        if (mode != "plain")
        {
            response.HasDetailedDiff = true;
            foreach (var (path, kind) in kept)
            {
                var replace = replaceKeys.Contains(Top(path));
                response.DetailedDiff[path] = new PropertyDiff
                {
                    Kind = (kind, replace) switch
                    {
                        ('+', false) => Kind.Add,
                        ('+', true) => Kind.AddReplace,
                        ('-', false) => Kind.Delete,
                        ('-', true) => Kind.DeleteReplace,
                        (_, false) => Kind.Update,
                        _ => Kind.UpdateReplace,
                    },
                    InputDiff = true,
                };
            }
        }

        return Task.FromResult(response);
    }

    private async Task<CreateResponse> CreateAsync(CreateRequest q)
    {
        var (inputs, name) = (Fields(q.Properties), NameOf(q.Urn));
        var behaviour = Behaviour(inputs);
        if (q.Preview)
        {
            return new CreateResponse { Properties = Outputs(inputs, behaviour, null, 1) };
        }

        await SlowAsync(behaviour);
        await (world.BeforeCreate?.Invoke() ?? Task.CompletedTask);
        Trip("create", name, behaviour);
        var id = world.Change(content =>
        {
            var counters = (JObject)content["counters"]!;
            var n = ((int?)counters[name] ?? 0) + 1;
            counters[name] = n;
            content["objects"]![$"{name}-{n}"] = new JObject(new JProperty("serial", 1), new JProperty("inputs", Json(new WireMap(KitDifferences.Plain(inputs)))));
            return $"{name}-{n}";
        });
        var outputs = Outputs(inputs, behaviour, id, 1);
        ThrowIfUnhealthy(name, behaviour, id, outputs, q.Properties);
        if ((bool?)behaviour["unknownOutput"] == true)
        {
            outputs.Fields["computed"] = Value.ForString(WireSignatures.Unknown);
        }

        return new CreateResponse { Id = (bool?)behaviour["emptyId"] == true ? "" : id, Properties = outputs };
    }

    private Task<ReadResponse> ReadAsync(ReadRequest q)
    {
        var name = NameOf(q.Urn);
        Trip("read", name, []);
        if (world.Objects[q.Id] is not JObject live)
        {
            return Task.FromResult(new ReadResponse());
        }

        var (old, props) = (Fields(q.Inputs), Fields(q.Properties));
        var inputs = ((WireMap)Wire(live["inputs"]!)).Fields;
        foreach (var key in inputs.Keys.Where(key => old.GetValueOrDefault(key) is WireSecret || props.GetValueOrDefault(key) is WireSecret).ToList())
        {
            inputs = inputs.With(key, new WireSecret(inputs[key]));
        }

        var outputs = Outputs(inputs, Behaviour(inputs), q.Id, (int)live["serial"]!);
        if (world.Fault("readInit", name) is { } bad)
        {
            throw InitFailure(q.Id, outputs, WireWriter.ToStruct(inputs, Secrets), (JArray)bad["reasons"]!);
        }

        var response = new ReadResponse { Id = q.Id, Properties = outputs };
        if (live["noInputs"] is null)
        {
            response.Inputs = WireWriter.ToStruct(inputs, Secrets);
        }

        return Task.FromResult(response);
    }

    private async Task<UpdateResponse> UpdateAsync(UpdateRequest q)
    {
        var (inputs, name) = (Fields(q.News), NameOf(q.Urn));
        var behaviour = Behaviour(inputs);
        if (q.Preview)
        {
            return new UpdateResponse { Properties = Outputs(inputs, behaviour, q.Id, null) };
        }

        await SlowAsync(behaviour);
        Trip("update", name, behaviour);
        var serial = world.Change(content =>
        {
            if (content["objects"]![q.Id] is not JObject live)
            {
                throw new GrpcException(GrpcStatusCode.NotFound, $"object {q.Id} is gone");
            }

            live["serial"] = (int)live["serial"]! + 1;
            live["inputs"] = Json(new WireMap(KitDifferences.Plain(inputs)));
            return (int)live["serial"]!;
        });
        var outputs = Outputs(inputs, behaviour, q.Id, serial);
        ThrowIfUnhealthy(name, behaviour, q.Id, outputs, q.News);
        return new UpdateResponse { Properties = outputs };
    }

    private async Task<Empty> DeleteAsync(DeleteRequest q)
    {
        var behaviour = Behaviour(Fields(q.OldInputs));
        await SlowAsync(behaviour);
        Trip("delete", NameOf(q.Urn), behaviour);
        world.Change(content => ((JObject)content["objects"]!).Remove(q.Id));
        return new Empty();
    }

    private Task<InvokeResponse> InvokeAsync(InvokeRequest q)
    {
        Trip("invoke", q.Tok, []);
        return Task.FromResult(q.Tok switch
        {
            "kit:index:echo" => new InvokeResponse { Return = q.Args },
            "kit:index:count" => new InvokeResponse { Return = new Struct { Fields = { ["objects"] = Value.ForNumber(world.Objects.Count) } } },
            "kit:index:refuse" => new InvokeResponse { Failures = { new CheckFailure { Property = "why", Reason = "refused on request" } } },
            _ => throw new GrpcException(GrpcStatusCode.Unimplemented, "unknown function " + q.Tok),
        });
    }

    private static Task SlowAsync(JObject behaviour) => behaviour["slowMs"] is { } ms ? Task.Delay((int)ms) : Task.CompletedTask;

    private void ThrowIfUnhealthy(string name, JObject behaviour, string id, Struct outputs, Struct inputs)
    {
        var reasons = world.Fault("init", name)?["reasons"] as JArray ?? behaviour["initReasons"] as JArray;
        if (reasons is not null)
        {
            throw InitFailure(id, outputs, inputs, reasons);
        }
    }

    private static GrpcException InitFailure(string id, Struct outputs, Struct inputs, JArray reasons)
    {
        var detail = new ErrorResourceInitFailed { Id = id, Properties = outputs, Inputs = inputs };
        detail.Reasons.AddRange(reasons.Select(reason => (string)reason!));
        return new GrpcException(GrpcStatusCode.Unknown, $"resource {id} did not become ready", [GrpcException.Pack(detail)]);
    }

    // The inputs; the id as text, unknown while it is; how often it was written, unknown before it is.
    private static Struct Outputs(WireObject inputs, JObject behaviour, string? id, int? serial)
    {
        var outputs = inputs.Without("behaviour")
            .With("computed", id is null ? WireUnknown.Instance : new WireText("computed " + id))
            .With("serial", serial is { } number ? new WireNumber(number) : WireUnknown.Instance);
        if (behaviour["hidden"] is { } hidden)
        {
            outputs = outputs.With("hidden", new WireSecret(Wire(hidden)));
        }

        return WireWriter.ToStruct(outputs, Secrets);
    }
}
