using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.State;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using CustomTimeouts = HaIac.Engine.State.CustomTimeouts;

namespace HaIac.Engine.Plugins;

/// <summary>One configured provider: turns engine values into calls about resources and functions, and back.</summary>
/// <remarks>Source: pulumi-protocol.md 4.3 and 4.4.</remarks>
internal sealed class ProviderClient : IProvider
{
    private readonly PluginConnection connection;
    private readonly ProviderFunctions functions;

    private ProviderClient(PluginConnection connection)
    {
        this.connection = connection;
        Configuration = new ProviderConfiguration(connection);
        functions = new ProviderFunctions(connection, Configuration);
    }

    /// <inheritdoc/>
    public string Package => connection.Package;

    private ProviderConfiguration Configuration { get; }

    private WireMarshalOptions Accepts => connection.Accepts;

    /// <summary>Starts a plugin and shakes hands.</summary>
    /// <exception cref="PluginException">It does not start or does not answer.</exception>
    public static async Task<ProviderClient> LoadAsync(PluginExecutable executable, PluginHost host, CancellationToken ct) =>
        new(await PluginConnection.OpenAsync(executable, host, ct).ConfigureAwait(false));

    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(string urn, WireObject olds, WireObject news, CancellationToken ct)
    {
        if (await IsNotConfiguredAsync().ConfigureAwait(false))
        {
            return new CheckResult(news, []);
        }

        var request = new CheckRequest
        {
            Urn = urn,
            Name = new Urn(urn).Name,
            Type = new Urn(urn).Type,
            Olds = WireWriter.ToStruct(olds, Accepts),
            News = WireWriter.ToStruct(news, Accepts),
            RandomSeed = ByteString.CopyFrom(RandomNumberGenerator.GetBytes(32)),
        };
        try
        {
            var answer = await CallAsync(ResourceProviderMethods.Check, request, urn, "checking", ct).ConfigureAwait(false);
            var inputs = AnsweredProperties.Read(answer.Inputs, Package, "checked inputs", urn);
            return new CheckResult(Accepts.KeepSecrets ? inputs : SecretMarks.Copy(news, inputs), [.. answer.Failures]);
        }
        catch (ProviderCallException e) when (e.IsUnimplemented)
        {
            return new CheckResult(news, []);
        }
    }

    /// <inheritdoc/>
    public async Task<ProviderDiff?> DiffAsync(StateResource old, string urn, WireObject news, IEnumerable<string> ignoreChanges, CancellationToken ct)
    {
        if (await IsNotConfiguredAsync().ConfigureAwait(false))
        {
            return null;
        }

        var request = new DiffRequest
        {
            Id = old.Id,
            Urn = urn,
            Name = new Urn(urn).Name,
            Type = new Urn(urn).Type,
            Olds = WireWriter.ToStruct(AssetContent.HashesOnly(old.Outputs), Accepts),
            OldInputs = WireWriter.ToStruct(AssetContent.HashesOnly(old.Inputs), Accepts),
            News = WireWriter.ToStruct(AssetContent.HashesOnly(news), Accepts),
        };
        request.IgnoreChanges.AddRange(ignoreChanges);
        return ProviderDiff.From(await CallAsync(ResourceProviderMethods.Diff, request, urn, "comparing", ct).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async Task<ProviderResult> CreateAsync(string urn, WireObject inputs, CustomTimeouts? timeouts, bool preview, CancellationToken ct)
    {
        if (preview && await CannotPreviewAsync().ConfigureAwait(false))
        {
            return new ProviderResult("", Configuration.IsUnconfigured ? WireObject.Empty : inputs, null, [], false);
        }

        var request = new CreateRequest
        {
            Urn = urn,
            Name = new Urn(urn).Name,
            Type = new Urn(urn).Type,
            Properties = WireWriter.ToStruct(inputs, Accepts),
            Timeout = timeouts?.Create ?? 0,
            Preview = preview,
            ResourceStatusAddress = connection.EngineAddress,
            ResourceStatusToken = Guid.NewGuid().ToString(),
        };
        try
        {
            var answer = await CallAsync(ResourceProviderMethods.Create, request, urn, "creating", ct).ConfigureAwait(false);
            return Made(answer.Id, answer.Properties, inputs, inputs, urn, answer.RefreshBeforeUpdate);
        }
        catch (ProviderCallException e) when (e.TryGetDetail<ErrorResourceInitFailed>(out var failed))
        {
            return Unhealthy(failed, inputs, urn);
        }
    }

    /// <inheritdoc/>
    public async Task<ProviderResult> UpdateAsync(
        StateResource old, string urn, WireObject news, CustomTimeouts? timeouts, IEnumerable<string> ignoreChanges, bool preview, CancellationToken ct)
    {
        if (preview && await CannotPreviewAsync().ConfigureAwait(false))
        {
            return new ProviderResult(old.Id, Configuration.IsUnconfigured ? WireObject.Empty : news, null, [], false);
        }

        var request = new UpdateRequest
        {
            Id = old.Id,
            Urn = urn,
            Name = new Urn(urn).Name,
            Type = new Urn(urn).Type,
            Olds = WireWriter.ToStruct(AssetContent.HashesOnly(old.Outputs), Accepts),
            OldInputs = WireWriter.ToStruct(AssetContent.HashesOnly(old.Inputs), Accepts),
            News = WireWriter.ToStruct(news, Accepts),
            Timeout = timeouts?.Update ?? 0,
            Preview = preview,
            ResourceStatusAddress = connection.EngineAddress,
            ResourceStatusToken = Guid.NewGuid().ToString(),
        };
        request.IgnoreChanges.AddRange(ignoreChanges);
        try
        {
            var answer = await CallAsync(ResourceProviderMethods.Update, request, urn, "updating", ct).ConfigureAwait(false);
            return Made(old.Id, answer.Properties, news, old.Outputs, urn, answer.RefreshBeforeUpdate);
        }
        catch (ProviderCallException e) when (e.TryGetDetail<ErrorResourceInitFailed>(out var failed))
        {
            return Unhealthy(failed, news, urn) with { Id = old.Id };
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(StateResource old, CancellationToken ct)
    {
        if (await IsNotConfiguredAsync().ConfigureAwait(false))
        {
            return;
        }

        var request = new DeleteRequest
        {
            Id = old.Id,
            Urn = old.Urn,
            Name = new Urn(old.Urn).Name,
            Type = new Urn(old.Urn).Type,
            Properties = WireWriter.ToStruct(AssetContent.HashesOnly(old.Outputs), Accepts),
            OldInputs = WireWriter.ToStruct(AssetContent.HashesOnly(old.Inputs), Accepts),
            Timeout = old.CustomTimeouts?.Delete ?? 0,
            ResourceStatusAddress = connection.EngineAddress,
            ResourceStatusToken = Guid.NewGuid().ToString(),
        };
        try
        {
            await CallAsync(ResourceProviderMethods.Delete, request, old.Urn, "deleting", ct).ConfigureAwait(false);
        }
        catch (ProviderCallException e) when (e.InnerException is GrpcException
        {
            StatusCode: GrpcStatusCode.Unknown or GrpcStatusCode.Internal or GrpcStatusCode.DataLoss,
        })
        {
            throw new ProviderCallException(e.Message, outcomeUnknown: true, e.InnerException);
        }
    }

    /// <inheritdoc/>
    public async Task<ProviderResult> ReadAsync(string urn, string id, WireObject? inputs, WireObject? outputs, CustomTimeouts? timeouts, CancellationToken ct)
    {
        if (await IsNotConfiguredAsync().ConfigureAwait(false))
        {
            return new ProviderResult(id, WireObject.Empty, inputs ?? WireObject.Empty, [], false);
        }

        var request = new ReadRequest
        {
            Id = id,
            Urn = urn,
            Name = new Urn(urn).Name,
            Type = new Urn(urn).Type,
            Properties = outputs is null ? null : WireWriter.ToStruct(AssetContent.HashesOnly(outputs), Accepts),
            Inputs = inputs is null ? null : WireWriter.ToStruct(AssetContent.HashesOnly(inputs), Accepts),
            Timeout = timeouts?.Read ?? 0,
            ResourceStatusAddress = connection.EngineAddress,
            ResourceStatusToken = Guid.NewGuid().ToString(),
        };
        try
        {
            var answer = await CallAsync(ResourceProviderMethods.Read, request, urn, "reading", ct).ConfigureAwait(false);
            return new ProviderResult(
                answer.Id,
                Read(answer.Properties, outputs ?? WireObject.Empty, urn),
                answer.Inputs is null ? null : Read(answer.Inputs, inputs ?? WireObject.Empty, urn),
                [],
                answer.RefreshBeforeUpdate);
        }
        catch (ProviderCallException e) when (e.TryGetDetail<ErrorResourceInitFailed>(out var failed))
        {
            // Only an answer may say that the object is gone, never a failure.
            var unhealthy = Unhealthy(failed, outputs ?? WireObject.Empty, urn);
            return unhealthy.Id.Length > 0 ? unhealthy : unhealthy with { Id = id };
        }
    }

    /// <inheritdoc/>
    public Task<InvokeResponse> InvokeAsync(string token, WireObject arguments, bool preview, CancellationToken ct) =>
        functions.InvokeAsync(token, arguments, preview, ct);

    /// <inheritdoc/>
    public Task<CallResponse> CallAsync(
        string token, WireObject arguments, IReadOnlyDictionary<string, IReadOnlyCollection<string>> dependencies, RunFacts run, CancellationToken ct) =>
        functions.CallAsync(token, arguments, dependencies, run, ct);

    /// <inheritdoc/>
    public Task<ConstructResponse> ConstructAsync(ConstructRequest request, WireObject inputs, RunFacts run, CancellationToken ct) =>
        functions.ConstructAsync(request, inputs, run, ct);

    /// <summary>Makes another package out of the plugin's own.</summary>
    /// <exception cref="ProviderCallException">It refused, or knows no such thing.</exception>
    public async Task ParameterizeAsync(string package, string version, PackageParameter parameter, CancellationToken ct)
    {
        try
        {
            var request = new ParameterizeRequest
            {
                Value = new ParameterizeRequest.Types.ParametersValue { Name = package, Version = version, Value = ByteString.FromBase64(parameter.Value) },
            };
            await connection.CallAsync(ResourceProviderMethods.Parameterize, request, package, "being parameterized", ct).ConfigureAwait(false);
        }
        catch (ProviderCallException e) when (e.IsUnimplemented)
        {
            throw new ProviderCallException(
                EngineFinding.Text(
                    "HAI1417", "Plugin takes no parameters", $"The program makes package '{package}' out of '{parameter.Base}', but the plugin of '{parameter.Base}' takes no parameters: {e.Message}",
                    package, "A parameterized package is a plugin that is told at start what to be.", "Check the version of the plugin."),
                outcomeUnknown: false,
                e);
        }
    }

    /// <inheritdoc/>
    public Task<CheckResult> CheckConfigAsync(string urn, WireObject olds, WireObject news, CancellationToken ct) =>
        Configuration.CheckAsync(urn, olds, news, ct);

    /// <inheritdoc/>
    public Task<ProviderDiff> DiffConfigAsync(string urn, WireObject oldInputs, WireObject oldOutputs, WireObject news, CancellationToken ct) =>
        Configuration.DiffAsync(urn, oldInputs, oldOutputs, news, ct);

    /// <inheritdoc/>
    public void Configure(string urn, string id, WireObject inputs, CancellationToken ct) => Configuration.Begin(urn, id, inputs, ct);

    /// <inheritdoc cref="PluginConnection.CancelCallsAsync"/>
    public Task CancelCallsAsync() => connection.CancelCallsAsync();

    /// <inheritdoc cref="PluginConnection.StopAsync"/>
    public Task<string?> StopAsync() => connection.StopAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<bool> IsNotConfiguredAsync()
    {
        await Configuration.Configured.ConfigureAwait(false);
        return Configuration.IsUnconfigured;
    }

    private async Task<bool> CannotPreviewAsync() => await IsNotConfiguredAsync().ConfigureAwait(false) || !Configuration.SupportsPreview;

    private async Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, string subject, string doing, CancellationToken ct)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        await Configuration.Configured.ConfigureAwait(false);
        return await connection.CallAsync(method, request, subject, doing, ct).ConfigureAwait(false);
    }

    private WireObject Read(Struct? answered, WireObject sent, string urn)
    {
        var values = AnsweredProperties.Read(answered, Package, "properties", urn);
        return Accepts.KeepSecrets ? values : SecretMarks.Copy(sent, values);
    }

    // The object is there, whatever the provider says of it: its id must not be lost.
    private ProviderResult Made(string id, Struct? answered, WireObject sent, WireObject otherwise, string urn, bool refreshBeforeUpdate)
    {
        try
        {
            return new ProviderResult(id, Read(answered, sent, urn), null, [], refreshBeforeUpdate);
        }
        catch (ProviderCallException e) when (id.Length > 0)
        {
            return new ProviderResult(id, otherwise, null, [e.Message], RefreshBeforeUpdate: true);
        }
    }

    private ProviderResult Unhealthy(ErrorResourceInitFailed failed, WireObject sent, string urn)
    {
        var made = Made(failed.Id, failed.Properties, sent, WireObject.Empty, urn, failed.RefreshBeforeUpdate);
        return made with
        {
            Inputs = failed.Inputs is null ? null : Read(failed.Inputs, sent, urn),

            // Without a reason it would count as healthy.
            InitErrors = [.. failed.Reasons.DefaultIfEmpty("the provider gave no reason"), .. made.InitErrors],
        };
    }
}
