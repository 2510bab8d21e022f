using HaIac.Engine.Plugins;
using HaIac.Engine.State;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using CustomTimeouts = HaIac.Engine.State.CustomTimeouts;

namespace HaIac.Engine.BuiltIn;

/// <summary>The engine's own provider: references to other stacks, stashed values, and functions over the state.</summary>
/// <param name="stacks">Reads other stacks; null if there is no backend.</param>
/// <param name="find">The resource of a URN as it stands in this operation; null if there is none.</param>
/// <remarks>Source: pulumi-protocol.md 2.6, 6.6 and 6.12.</remarks>
internal sealed class BuiltInProvider(IOtherStacks? stacks, Func<string, StateResource?> find) : IProvider
{
    private const string StackReference = "pulumi:pulumi:StackReference";
    private const string Stash = "pulumi:index:Stash";

    /// <inheritdoc/>
    public string Package => Urn.EnginePackage;

    /// <inheritdoc/>
    public Task<CheckResult> CheckConfigAsync(string urn, WireObject olds, WireObject news, CancellationToken ct) =>
        Task.FromResult(new CheckResult(WireObject.Empty, []));

    /// <inheritdoc/>
    public Task<ProviderDiff> DiffConfigAsync(string urn, WireObject oldInputs, WireObject oldOutputs, WireObject news, CancellationToken ct) =>
        Task.FromResult(ProviderDiff.None);

    /// <inheritdoc/>
    public void Configure(string urn, string id, WireObject inputs, CancellationToken ct)
    {
    }

    /// <inheritdoc/>
    public Task<CheckResult> CheckAsync(string urn, WireObject olds, WireObject news, CancellationToken ct)
    {
        var (type, wanted) = new Urn(urn).Type switch
        {
            StackReference => (StackReference, "name"),
            Stash => (Stash, "input"),
            var other => throw new ProviderCallException(NoSuch("HAI1460", "Resource type not known", "resource type", other, $"{StackReference}, {Stash}", urn), outcomeUnknown: false),
        };
        var failures = news.Keys.Where(key => key != wanted)
            .Select(key => new CheckFailure { Property = key, Reason = $"unknown property \"{key}\"; {type} has only \"{wanted}\"" }).ToList();
        if (!news.TryGetValue(wanted, out var value))
        {
            failures.Add(new CheckFailure { Property = wanted, Reason = $"missing required property \"{wanted}\"" });
        }
        else if (type == StackReference && WireFacts.Plain(value) is not (WireText or WireUnknown))
        {
            failures.Add(new CheckFailure { Property = wanted, Reason = $"property \"{wanted}\" must be a string" });
        }

        return Task.FromResult(new CheckResult(news, [.. failures]));
    }

    /// <inheritdoc/>
    public Task<ProviderDiff?> DiffAsync(StateResource old, string urn, WireObject news, IEnumerable<string> ignoreChanges, CancellationToken ct)
    {
        var changed = !old.Inputs.Equals(news);
        var replaces = changed && new Urn(urn).Type == StackReference;
        return Task.FromResult<ProviderDiff?>(!changed ? ProviderDiff.None : new ProviderDiff
        {
            Changes = DiffResponse.Types.DiffChanges.DiffSome,
            ReplaceKeys = replaces ? ["name"] : [],
            ChangedKeys = [replaces ? "name" : "input"],
        });
    }

    /// <inheritdoc/>
    public async Task<ProviderResult> CreateAsync(string urn, WireObject inputs, CustomTimeouts? timeouts, bool preview, CancellationToken ct)
    {
        var id = preview ? "" : Guid.NewGuid().ToString();
        return new Urn(urn).Type == Stash
            ? new ProviderResult(id, inputs.With("output", inputs["input"]), null, [], false)
            : new ProviderResult(id, await ReadStackAsync(inputs, ct).ConfigureAwait(false), null, [], false);
    }

    /// <inheritdoc/>
    public Task<ProviderResult> UpdateAsync(
        StateResource old, string urn, WireObject news, CustomTimeouts? timeouts, IEnumerable<string> ignoreChanges, bool preview, CancellationToken ct) =>
        Task.FromResult(new ProviderResult(
            old.Id, news.With("output", old.Outputs.TryGetValue("output", out var first) ? first : news["input"]), null, [], false));

    /// <inheritdoc/>
    public Task DeleteAsync(StateResource old, CancellationToken ct) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<ProviderResult> ReadAsync(string urn, string id, WireObject? inputs, WireObject? outputs, CustomTimeouts? timeouts, CancellationToken ct)
    {
        if (new Urn(urn).Type == StackReference)
        {
            var named = inputs?.ContainsKey("name") == true ? inputs : WireObject.Empty.With("name", new WireText(id));
            return new ProviderResult(id, await ReadStackAsync(named, ct).ConfigureAwait(false), inputs, [], false);
        }

        return outputs is null
            ? throw new ProviderCallException("a stashed value cannot be imported: it is nowhere but in the state", outcomeUnknown: false)
            : new ProviderResult(id, outputs, inputs, [], false);
    }

    /// <inheritdoc/>
    public async Task<InvokeResponse> InvokeAsync(string token, WireObject arguments, bool preview, CancellationToken ct)
    {
        var answer = token switch
        {
            "pulumi:pulumi:getResource" => GetResource(arguments),
            "pulumi:pulumi:readStackOutputs" => await ReadStackAsync(arguments, ct).ConfigureAwait(false),
            "pulumi:pulumi:readStackResourceOutputs" => await ReadResourcesAsync(arguments, ct).ConfigureAwait(false),
            _ => throw new ProviderCallException(
                NoSuch("HAI1461", "Function not known", "function", token, "pulumi:pulumi:getResource, pulumi:pulumi:readStackOutputs, pulumi:pulumi:readStackResourceOutputs", token),
                outcomeUnknown: false),
        };
        return new InvokeResponse { Return = WireWriter.ToStruct(answer, WireMarshalOptions.Everything) };
    }

    /// <inheritdoc/>
    public Task<CallResponse> CallAsync(
        string token, WireObject arguments, IReadOnlyDictionary<string, IReadOnlyCollection<string>> dependencies, RunFacts run, CancellationToken ct) =>
        throw new ProviderCallException(NoSuch("HAI1462", "Method not known", "method", token, "none", token), outcomeUnknown: false);

    /// <inheritdoc/>
    public Task<ConstructResponse> ConstructAsync(ConstructRequest request, WireObject inputs, RunFacts run, CancellationToken ct) =>
        throw new ProviderCallException(NoSuch("HAI1463", "Component type not known", "component type", request.Type, "none", request.Name), outcomeUnknown: false);

    /// <inheritdoc/>
    public Task CancelCallsAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<string?> StopAsync() => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string NoSuch(string code, string summary, string kind, string token, string known, string where) => EngineFinding.Text(
        code, summary, $"The engine's own package 'pulumi' has no {kind} '{token}'.", where, $"It has: {known}.", "Correct the token.");

    private static string Text(WireObject arguments, string key) =>
        arguments.TryGetValue(key, out var value) && WireFacts.Plain(value) is WireText text
            ? text.Value
            : throw new ProviderCallException($"the argument \"{key}\" must be a text", outcomeUnknown: false);

    private WireObject GetResource(WireObject arguments)
    {
        var urn = Text(arguments, "urn");
        var resource = find(urn) ?? throw new ProviderCallException($"unknown resource {urn}", outcomeUnknown: false);
        return WireObject.Create(
        [
            KeyValuePair.Create<string, WireValue>("urn", new WireText(urn)),
            KeyValuePair.Create<string, WireValue>("id", new WireText(resource.Id)),
            KeyValuePair.Create<string, WireValue>("provider", new WireText(resource.Provider)),
            KeyValuePair.Create<string, WireValue>("state", new WireMap(resource.Outputs)),
        ]);
    }

    private async Task<WireObject> ReadStackAsync(WireObject arguments, CancellationToken ct)
    {
        var name = Text(arguments, "name");
        var outputs = (await DeployedAsync(name, ct).ConfigureAwait(false)).Resources
            .FirstOrDefault(resource => resource.IsStack && !resource.Delete)?.Outputs ?? WireObject.Empty;
        var secret = outputs.Where(pair => WireFacts.HasSecret(pair.Value)).Select(pair => (WireValue)new WireText(pair.Key));
        return WireObject.Create(
        [
            KeyValuePair.Create("name", arguments["name"]),
            KeyValuePair.Create<string, WireValue>("outputs", new WireMap(outputs)),
            KeyValuePair.Create<string, WireValue>("secretOutputNames", new WireList(secret.ToValueList())),
        ]);
    }

    private async Task<WireObject> ReadResourcesAsync(WireObject arguments, CancellationToken ct)
    {
        var deployed = await DeployedAsync(Text(arguments, "stackName"), ct).ConfigureAwait(false);
        var resources = deployed.Resources.Where(resource => !resource.Delete).Select(resource => KeyValuePair.Create<string, WireValue>(
            resource.Urn,
            new WireMap(WireObject.Create(
            [
                KeyValuePair.Create<string, WireValue>("type", new WireText(resource.Type)),
                KeyValuePair.Create<string, WireValue>("outputs", new WireMap(resource.Outputs)),
            ]))));
        return WireObject.Create(
        [
            KeyValuePair.Create("name", arguments["stackName"]),
            KeyValuePair.Create<string, WireValue>("outputs", new WireMap(WireObject.Create(resources))),
        ]);
    }

    private async Task<Deployment> DeployedAsync(string name, CancellationToken ct)
    {
        try
        {
            var deployed = stacks is null ? null : await stacks.ReadAsync(name, ct).ConfigureAwait(false);
            return deployed ?? throw new ProviderCallException(
                $"unknown stack \"{name}\"\n  mend   Deploy that stack first, or correct the name: STACK, or organization/PROJECT/STACK; haiac stack ls --all lists them.",
                outcomeUnknown: false);
        }
        catch (StateException e)
        {
            throw new ProviderCallException(e.Message, outcomeUnknown: false, e);
        }
    }
}
