using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Testing;

/// <summary>Calls the program's transforms and hooks as an engine does, and writes the calls down.</summary>
public sealed class CallbackClient(Action<RecordedCall> record)
{
    private readonly ConcurrentDictionary<string, (string Parent, Callback[] Transforms)> _resources = new();
    private readonly ConcurrentDictionary<string, RegisterResourceHookRequest> _hooks = new();
    private readonly ConcurrentDictionary<string, Callback> _errorHooks = new();
    private readonly List<Callback> _invokeTransforms = [];

    /// <summary>What each token stands for, in words that are the same in every run.</summary>
    public static ConcurrentDictionary<string, string> Labels { get; } = new();

    public void Name(Callback callback, string label) => Labels[callback.Token] = label;

    public void Remember(string urn, RegisterResourceRequest request) => _resources[urn] = (request.Parent, [.. request.Transforms]);

    public void AddInvokeTransform(Callback callback)
    {
        Name(callback, $"<invoke transform {_invokeTransforms.Count}>");
        _invokeTransforms.Add(callback);
    }

    public void AddHook(RegisterResourceHookRequest request)
    {
        Name(request.Callback, $"<hook {request.Name}>");
        _hooks[request.Name] = request;
    }

    public void AddErrorHook(RegisterErrorHookRequest request)
    {
        Name(request.Callback, $"<error hook {request.Name}>");
        _errorHooks[request.Name] = request.Callback;
    }

    public async Task<RegisterResourceRequest> TransformAsync(string urn, RegisterResourceRequest request)
    {
        var callbacks = Chain(urn).ToArray();
        if (callbacks.Length == 0)
        {
            return request;
        }

        var properties = AsOutputValues(request);
        var options = OptionsOf(request);
        foreach (var callback in callbacks)
        {
            var question = new TransformRequest
            {
                Type = request.Type,
                Name = request.Name,
                Custom = request.Custom,
                Parent = request.Parent,
                Properties = properties,
                Options = options,
            };
            var answer = await AskAsync("transform", callback, question, TransformResponse.Parser);
            properties = answer.Properties ?? properties;
            options = answer.Options ?? options;
        }

        var result = request.Clone();
        result.Object = properties;
        return result;
    }

    public async Task<ResourceInvokeRequest> TransformInvokeAsync(ResourceInvokeRequest request)
    {
        var result = request.Clone();
        foreach (var callback in _invokeTransforms)
        {
            var question = new TransformInvokeRequest { Token = request.Tok, Args = result.Args, Options = new TransformInvokeOptions { Version = result.Version } };
            var answer = await AskAsync("invoke transform", callback, question, TransformInvokeResponse.Parser);
            result.Args = answer.Args ?? result.Args;
        }

        return result;
    }

    public async Task<RegisterResourceResponse> WithHooksAsync(
        string urn, RegisterResourceRequest request, bool isDryRun, Func<Task<RegisterResourceResponse>> register)
    {
        var question = new ResourceHookRequest { Urn = urn, Name = request.Name, Type = request.Type, NewInputs = request.Object };
        await RunHooksAsync("hook before_create", request.Hooks?.BeforeCreate, question, isDryRun);
        while (true)
        {
            try
            {
                var response = await register();
                var after = question.Clone();
                after.Id = response.Id;
                after.NewOutputs = response.Object;
                await RunHooksAsync("hook after_create", request.Hooks?.AfterCreate, after, isDryRun);
                return response;
            }
            catch (GrpcException e) when (request.Hooks?.OnError.Count > 0)
            {
                if (!await AskForRetryAsync(question, request.Hooks.OnError, e.Detail))
                {
                    throw;
                }
            }
        }
    }

    private static Struct AsOutputValues(RegisterResourceRequest request)
    {
        var fields = WireReader.FromStruct(request.Object).Select(f =>
        {
            var value = AsOutput(f.Value);
            if (request.Transforms.Count > 0
                && request.PropertyDependencies.TryGetValue(f.Key, out var dependencies) && dependencies.Urns.Count > 0)
            {
                value = value is WireOutput output
                    ? output with { Dependencies = dependencies.Urns.ToValueList() }
                    : new WireOutput(value, false, dependencies.Urns.ToValueList());
            }

            return KeyValuePair.Create(f.Key, value);
        });
        return WireWriter.ToStruct(WireObject.Create(fields), WireMarshalOptions.Everything);
    }

    private static WireValue AsOutput(WireValue value)
        => value switch
        {
            WireSecret secret => new WireOutput(AsOutput(secret.Value), true, []),
            WireUnknown => new WireOutput(null, false, []),
            WireList list => new WireList(list.Items.Select(AsOutput).ToValueList()),
            WireMap map => new WireMap(WireObject.Create(map.Fields.Select(f => KeyValuePair.Create(f.Key, AsOutput(f.Value))))),
            _ => value,
        };

    private static TransformResourceOptions OptionsOf(RegisterResourceRequest request)
    {
        var options = new TransformResourceOptions
        {
            Version = request.Version,
            Provider = request.Provider,
            CustomTimeouts = request.CustomTimeouts,
            PluginDownloadUrl = request.PluginDownloadURL,
            DeletedWith = request.DeletedWith,
            Hooks = request.Hooks,
            Import = request.ImportId,
            ReplacementTrigger = request.ReplacementTrigger,
        };
        options.DependsOn.Add(request.Dependencies);
        options.IgnoreChanges.Add(request.IgnoreChanges);
        options.ReplaceOnChanges.Add(request.ReplaceOnChanges);
        options.Aliases.Add(request.Aliases);
        options.AdditionalSecretOutputs.Add(request.AdditionalSecretOutputs);
        options.Providers.Add(request.Providers);
        options.HideDiff.Add(request.HideDiffs);
        options.ReplaceWith.Add(request.ReplaceWith);
        if (request.HasProtect)
        {
            options.Protect = request.Protect;
        }

        if (request.HasRetainOnDelete)
        {
            options.RetainOnDelete = request.RetainOnDelete;
        }

        if (request.DeleteBeforeReplaceDefined)
        {
            options.DeleteBeforeReplace = request.DeleteBeforeReplace;
        }

        return options;
    }

    private IEnumerable<Callback> Chain(string urn)
    {
        for (var at = urn; _resources.TryGetValue(at, out var resource); at = resource.Parent)
        {
            foreach (var transform in resource.Transforms)
            {
                yield return transform;
            }
        }
    }

    private async Task RunHooksAsync(string kind, IEnumerable<string>? names, ResourceHookRequest question, bool isDryRun)
    {
        foreach (var hook in (names ?? []).Select(n => _hooks[n]).Where(h => !isDryRun || h.OnDryRun))
        {
            var answer = await AskAsync(kind, hook.Callback, question, ResourceHookResponse.Parser);
            if (answer.Error.Length > 0 && !hook.IgnoreErrors)
            {
                throw new GrpcException(GrpcStatusCode.Unknown, answer.Error);
            }
        }
    }

    private async Task<bool> AskForRetryAsync(ResourceHookRequest question, IEnumerable<string> names, string error)
    {
        var retry = false;
        foreach (var name in names)
        {
            var request = new ErrorHookRequest
            {
                Urn = question.Urn,
                Name = question.Name,
                Type = question.Type,
                NewInputs = question.NewInputs,
                FailedOperation = "create",
            };
            request.Errors.Add(error);
            retry |= (await AskAsync("error hook", _errorHooks[name], request, ErrorHookResponse.Parser)).Retry;
        }

        return retry;
    }

    private async Task<TResponse> AskAsync<TResponse>(string kind, Callback callback, IMessage question, MessageParser<TResponse> parser)
        where TResponse : IMessage<TResponse>
    {
        var call = new RecordedCall("Callbacks/Invoke", question) { Kind = kind + " " + Labels[callback.Token] };
        try
        {
            using var channel = GrpcChannel.ForAddress(callback.Target);
            var request = new CallbackInvokeRequest { Token = callback.Token, Request = question.ToByteString() };
            var answer = parser.ParseFrom((await channel.CallAsync(CallbacksMethods.Invoke, request)).Response);
            record(call with { Response = RecordedCall.ToJson(answer) });
            return answer;
        }
        catch (GrpcException e)
        {
            record(call with { Response = new JsonObject { ["error"] = e.Detail } });
            throw;
        }
    }
}
