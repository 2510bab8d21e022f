using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.State;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;
using CustomTimeouts = HaIac.Engine.State.CustomTimeouts;

namespace HaIac.Engine.Plugins;

/// <summary>One configured provider: turns engine values into calls of its plugin and back.</summary>
/// <remarks>Source: pulumi-protocol.md 4.2 to 4.4.</remarks>
internal sealed class ProviderClient : IAsyncDisposable
{
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CancelLimit = TimeSpan.FromSeconds(5);
    private static readonly WireMarshalOptions PlainValues = new();

    private readonly PluginProcess process;
    private readonly GrpcChannel channel;
    private readonly PluginHost host;
    private Task configured = Task.CompletedTask;
    private WireMarshalOptions accepts = PlainValues;
    private bool knowsCapabilities;
    private bool stopping;

    private ProviderClient(PluginProcess process, PluginHost host)
    {
        this.process = process;
        this.host = host;
        channel = GrpcChannel.ForAddress(process.Address);
    }

    /// <summary>Package that it serves.</summary>
    public string Package => process.Executable.Package;

    /// <summary>Whether configuration values are unknown in this preview, so that the provider cannot be asked anything.</summary>
    public bool IsUnconfigured { get; private set; }

    /// <summary>Whether creations and updates can be previewed by the provider; known once it is configured.</summary>
    public bool SupportsPreview { get; private set; } = true;

    /// <summary>Starts a plugin and shakes hands.</summary>
    /// <exception cref="PluginException">It does not start or does not answer.</exception>
    public static async Task<ProviderClient> LoadAsync(PluginExecutable executable, PluginHost host, CancellationToken ct)
    {
        var process = await PluginProcess.StartAsync(executable, host, ct).ConfigureAwait(false);
        var client = new ProviderClient(process, host);
        try
        {
            await client.ShakeHandsAsync(ct).ConfigureAwait(false);
            return client;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Configures the provider without waiting; every later call waits for it and fails with it.</summary>
    public void Configure(string urn, string id, WireObject inputs, CancellationToken ct)
    {
        var sent = ProviderInputs.WithoutInternal(inputs);
        if (sent.Any(pair => pair.Key != "version" && WireFacts.HasUnknown(pair.Value)))
        {
            IsUnconfigured = true;
            return;
        }

        configured = ConfigureAsync(urn, id, sent, ct);

        // A provider that nobody uses may fail to configure without a word; those who use it get the failure.
        _ = configured.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>Checks the configuration of a provider resource.</summary>
    public async Task<CheckResult> CheckConfigAsync(string urn, WireObject olds, WireObject news, CancellationToken ct)
    {
        var request = new CheckRequest
        {
            Urn = urn,
            Name = new Urn(urn).Name,
            Type = new Urn(urn).Type,
            Olds = WireWriter.ToStruct(ProviderInputs.WithoutInternal(olds), PlainValues),
            News = WireWriter.ToStruct(ProviderInputs.WithoutInternal(news), PlainValues),
        };
        try
        {
            var answer = await CallAsync(ResourceProviderMethods.CheckConfig, request, urn, "checking its configuration", false, ct).ConfigureAwait(false);
            var inputs = SecretMarks.Copy(news, WireReader.FromStruct(answer.Inputs));
            return new CheckResult(ProviderInputs.KeepInternal(news, inputs), [.. answer.Failures]);
        }
        catch (GrpcException e) when (e.StatusCode == GrpcStatusCode.Unimplemented)
        {
            return new CheckResult(news, []);
        }
    }

    /// <summary>Compares two configurations of a provider resource.</summary>
    public async Task<ProviderDiff> DiffConfigAsync(string urn, WireObject oldInputs, WireObject oldOutputs, WireObject news, CancellationToken ct)
    {
        var request = new DiffRequest
        {
            Urn = urn,
            Name = new Urn(urn).Name,
            Type = new Urn(urn).Type,
            Olds = WireWriter.ToStruct(ProviderInputs.WithoutInternal(oldOutputs), PlainValues),
            OldInputs = WireWriter.ToStruct(ProviderInputs.WithoutInternal(oldInputs), PlainValues),
            News = WireWriter.ToStruct(ProviderInputs.WithoutInternal(news), PlainValues),
        };
        ProviderDiff diff;
        try
        {
            diff = ProviderDiff.From(await CallAsync(ResourceProviderMethods.DiffConfig, request, urn, "comparing its configuration", false, ct).ConfigureAwait(false));
        }
        catch (GrpcException e) when (e.StatusCode == GrpcStatusCode.Unimplemented)
        {
            diff = new ProviderDiff { Changes = DiffResponse.Types.DiffChanges.DiffUnknown };
        }

        // Without an answer of the provider a changed configuration is an update, never a replacement.
        return diff.Changes != DiffResponse.Types.DiffChanges.DiffUnknown
            ? diff
            : oldOutputs.Equals(news) ? ProviderDiff.None : new ProviderDiff { Changes = DiffResponse.Types.DiffChanges.DiffSome };
    }

    /// <summary>Checks inputs.</summary>
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
            Olds = WireWriter.ToStruct(olds, accepts),
            News = WireWriter.ToStruct(news, accepts),
            RandomSeed = ByteString.CopyFrom(RandomNumberGenerator.GetBytes(32)),
        };
        try
        {
            var answer = await CallAsync(ResourceProviderMethods.Check, request, urn, "checking", true, ct).ConfigureAwait(false);
            var inputs = WireReader.FromStruct(answer.Inputs);
            return new CheckResult(accepts.KeepSecrets ? inputs : SecretMarks.Copy(news, inputs), [.. answer.Failures]);
        }
        catch (GrpcException e) when (e.StatusCode == GrpcStatusCode.Unimplemented)
        {
            return new CheckResult(news, []);
        }
    }

    /// <summary>Compares old and new; null if the provider cannot be asked in this preview.</summary>
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
            Olds = WireWriter.ToStruct(AssetContent.HashesOnly(old.Outputs), accepts),
            OldInputs = WireWriter.ToStruct(AssetContent.HashesOnly(old.Inputs), accepts),
            News = WireWriter.ToStruct(AssetContent.HashesOnly(news), accepts),
        };
        request.IgnoreChanges.AddRange(ignoreChanges);
        return ProviderDiff.From(await CallAsync(ResourceProviderMethods.Diff, request, urn, "comparing", true, ct).ConfigureAwait(false));
    }

    /// <summary>Creates an object, or tells in a preview what it would be.</summary>
    public async Task<ProviderResult> CreateAsync(string urn, WireObject inputs, CustomTimeouts? timeouts, bool preview, CancellationToken ct)
    {
        if (preview && await CannotPreviewAsync().ConfigureAwait(false))
        {
            return new ProviderResult("", IsUnconfigured ? WireObject.Empty : inputs, null, [], false);
        }

        var request = new CreateRequest
        {
            Urn = urn,
            Name = new Urn(urn).Name,
            Type = new Urn(urn).Type,
            Properties = WireWriter.ToStruct(inputs, accepts),
            Timeout = timeouts?.Create ?? 0,
            Preview = preview,
            ResourceStatusAddress = host.EngineAddress,
            ResourceStatusToken = Guid.NewGuid().ToString(),
        };
        try
        {
            var answer = await CallAsync(ResourceProviderMethods.Create, request, urn, "creating", true, ct).ConfigureAwait(false);
            return new ProviderResult(answer.Id, Read(answer.Properties, inputs), null, [], answer.RefreshBeforeUpdate);
        }
        catch (GrpcException e) when (e.TryGetDetail<ErrorResourceInitFailed>(out var failed))
        {
            return Unhealthy(failed, inputs);
        }
    }

    /// <summary>Changes an object in place, or tells in a preview what it would be.</summary>
    public async Task<ProviderResult> UpdateAsync(
        StateResource old, string urn, WireObject news, CustomTimeouts? timeouts, IEnumerable<string> ignoreChanges, bool preview, CancellationToken ct)
    {
        if (preview && await CannotPreviewAsync().ConfigureAwait(false))
        {
            return new ProviderResult(old.Id, IsUnconfigured ? WireObject.Empty : news, null, [], false);
        }

        var request = new UpdateRequest
        {
            Id = old.Id,
            Urn = urn,
            Name = new Urn(urn).Name,
            Type = new Urn(urn).Type,
            Olds = WireWriter.ToStruct(AssetContent.HashesOnly(old.Outputs), accepts),
            OldInputs = WireWriter.ToStruct(AssetContent.HashesOnly(old.Inputs), accepts),
            News = WireWriter.ToStruct(news, accepts),
            Timeout = timeouts?.Update ?? 0,
            Preview = preview,
            ResourceStatusAddress = host.EngineAddress,
            ResourceStatusToken = Guid.NewGuid().ToString(),
        };
        request.IgnoreChanges.AddRange(ignoreChanges);
        try
        {
            var answer = await CallAsync(ResourceProviderMethods.Update, request, urn, "updating", true, ct).ConfigureAwait(false);
            return new ProviderResult(old.Id, Read(answer.Properties, news), null, [], answer.RefreshBeforeUpdate);
        }
        catch (GrpcException e) when (e.TryGetDetail<ErrorResourceInitFailed>(out var failed))
        {
            return Unhealthy(failed, news) with { Id = old.Id };
        }
    }

    /// <summary>Deletes an object.</summary>
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
            Properties = WireWriter.ToStruct(AssetContent.HashesOnly(old.Outputs), accepts),
            OldInputs = WireWriter.ToStruct(AssetContent.HashesOnly(old.Inputs), accepts),
            Timeout = old.CustomTimeouts?.Delete ?? 0,
            ResourceStatusAddress = host.EngineAddress,
            ResourceStatusToken = Guid.NewGuid().ToString(),
        };
        try
        {
            await CallAsync(ResourceProviderMethods.Delete, request, old.Urn, "deleting", true, ct).ConfigureAwait(false);
        }
        catch (ProviderCallException e) when (e.InnerException is GrpcException
        {
            StatusCode: GrpcStatusCode.Unknown or GrpcStatusCode.Internal or GrpcStatusCode.DataLoss,
        })
        {
            throw new ProviderCallException(e.Message, outcomeUnknown: true, e.InnerException);
        }
    }

    /// <summary>Reads an object; an empty id in the answer means that it is gone.</summary>
    public async Task<ProviderResult> ReadAsync(string urn, string id, WireObject inputs, WireObject outputs, CustomTimeouts? timeouts, CancellationToken ct)
    {
        if (await IsNotConfiguredAsync().ConfigureAwait(false))
        {
            return new ProviderResult(id, WireObject.Empty, null, [], false);
        }

        var request = new ReadRequest
        {
            Id = id,
            Urn = urn,
            Name = new Urn(urn).Name,
            Type = new Urn(urn).Type,
            Properties = WireWriter.ToStruct(AssetContent.HashesOnly(outputs), accepts),
            Inputs = WireWriter.ToStruct(AssetContent.HashesOnly(inputs), accepts),
            Timeout = timeouts?.Read ?? 0,
            ResourceStatusAddress = host.EngineAddress,
            ResourceStatusToken = Guid.NewGuid().ToString(),
        };
        try
        {
            var answer = await CallAsync(ResourceProviderMethods.Read, request, urn, "reading", true, ct).ConfigureAwait(false);
            return new ProviderResult(
                answer.Id,
                Read(answer.Properties, outputs),
                answer.Inputs is null ? null : Read(answer.Inputs, inputs),
                [],
                answer.RefreshBeforeUpdate);
        }
        catch (GrpcException e) when (e.TryGetDetail<ErrorResourceInitFailed>(out var failed))
        {
            return Unhealthy(failed, outputs);
        }
    }

    /// <summary>Calls a function of the provider.</summary>
    public async Task<InvokeResponse> InvokeAsync(string token, WireObject arguments, bool preview, CancellationToken ct)
    {
        if (await IsNotConfiguredAsync().ConfigureAwait(false))
        {
            return new InvokeResponse { Return = new Struct() };
        }

        var request = new InvokeRequest { Tok = token, Args = WireWriter.ToStruct(arguments, accepts), Preview = preview };
        var answer = await CallAsync(ResourceProviderMethods.Invoke, request, token, "calling the function", true, ct).ConfigureAwait(false);
        answer.Return ??= new Struct();
        return answer;
    }

    /// <summary>Tells the provider that calls under way are no longer wanted; it may finish or cut them.</summary>
    public async Task CancelCallsAsync()
    {
        try
        {
            await channel.CallAsync(ResourceProviderMethods.Cancel, new Empty(), CancellationToken.None, CancelLimit).ConfigureAwait(false);
        }
        catch (GrpcException)
        {
            // Whoever is not there or does not know the call cannot be hurried; the calls under way tell the rest.
        }
    }

    /// <summary>Ends the plugin: Cancel, interrupt, force. Null, or a message if it had ended before it was asked to.</summary>
    public async Task<string?> StopAsync()
    {
        if (stopping)
        {
            return null;
        }

        stopping = true;
        string? early = null;
        try
        {
            await channel.CallAsync(ResourceProviderMethods.Cancel, new Empty(), CancellationToken.None, CancelLimit).ConfigureAwait(false);
        }
        catch (GrpcException e) when (e.StatusCode != GrpcStatusCode.Unimplemented)
        {
            if (await EndedSoonAsync().ConfigureAwait(false))
            {
                var exitCode = await process.Ended.ConfigureAwait(false);
                early = process.Failure(
                    "HAI1410",
                    "Plugin ended early",
                    $"The plugin of package '{Package}' ended with exit code {exitCode} while the deployment still needed it.",
                    "A plugin runs until the engine ends it; ending early is a fault of the plugin.",
                    "Tell its author, with the output; then run the command again: it carries on from the saved state.").Message;
            }
        }

        await process.StopAsync().ConfigureAwait(false);
        return early;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        process.Dispose();
        channel.Dispose();
    }

    private async Task ShakeHandsAsync(CancellationToken ct)
    {
        var request = new ProviderHandshakeRequest
        {
            EngineAddress = host.EngineAddress,
            RootDirectory = process.Executable.Directory,
            ProgramDirectory = process.Executable.Directory,
            ConfigureWithUrn = true,
            InvokeWithPreview = true,
        };
        try
        {
            var answer = await RetryWhileStartingAsync(
                () => channel.CallAsync(ResourceProviderMethods.Handshake, request, ct), ct).ConfigureAwait(false);
            knowsCapabilities = true;
            accepts = new WireMarshalOptions
            {
                KeepSecrets = answer.AcceptSecrets,
                KeepReferences = answer.AcceptResources,
                KeepOutputs = answer.AcceptOutputs,
            };
        }
        catch (GrpcException e) when (e.StatusCode == GrpcStatusCode.Unimplemented)
        {
            // Older provider bases do not know the handshake; Configure tells what they accept.
        }

        try
        {
            await channel.CallAsync(ResourceProviderMethods.GetPluginInfo, new Empty(), ct, HandshakeLimit).ConfigureAwait(false);
        }
        catch (GrpcException e)
        {
            throw process.Failure(
                "HAI1409",
                "Plugin does not answer",
                $"The plugin of package '{Package}' started, but its first calls failed: {e.Detail}",
                "A plugin answers GetPluginInfo before anything else is asked.",
                "Check that it is a Pulumi resource plugin for this package.",
                e);
        }
    }

    private async Task<T> RetryWhileStartingAsync<T>(Func<Task<T>> call, CancellationToken ct)
    {
        var limit = host.Clock.GetUtcNow() + HandshakeLimit;
        while (true)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (GrpcException e) when (e.StatusCode == GrpcStatusCode.Unavailable)
            {
                if (process.Ended.IsCompleted || host.Clock.GetUtcNow() > limit)
                {
                    throw process.Failure(
                        "HAI1409",
                        "Plugin does not answer",
                        $"The plugin of package '{Package}' told a port, but nothing answers there: {e.Detail}",
                        "The port that a plugin tells must accept HTTP/2 calls on 127.0.0.1.",
                        "Start it by hand with any address as its argument to see what is missing.",
                        e);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(10), host.Clock, ct).ConfigureAwait(false);
            }
        }
    }

    private async Task ConfigureAsync(string urn, string id, WireObject inputs, CancellationToken ct)
    {
        var request = new ConfigureRequest
        {
            Args = WireWriter.ToStruct(inputs, new WireMarshalOptions { KeepSecrets = true, KeepReferences = true }),
            AcceptSecrets = true,
            AcceptResources = true,
            SendsOldInputs = true,
            SendsOldInputsToDelete = true,
            Id = id,
            Urn = urn,
            Name = new Urn(urn).Name,
            Type = new Urn(urn).Type,
        };
        foreach (var (key, value) in inputs)
        {
            if (!WireFacts.HasUnknown(value))
            {
                request.Variables[$"{Package}:config:{key}"] = ProviderInputs.Text(value);
            }
        }

        var answer = await CallAsync(ResourceProviderMethods.Configure, request, urn, "being configured", false, ct).ConfigureAwait(false);
        SupportsPreview = answer.SupportsPreview;
        if (!knowsCapabilities)
        {
            accepts = new WireMarshalOptions
            {
                KeepSecrets = answer.AcceptSecrets,
                KeepReferences = answer.AcceptResources,
                KeepOutputs = answer.AcceptOutputs,
            };
        }
    }

    private async Task<bool> IsNotConfiguredAsync()
    {
        await configured.ConfigureAwait(false);
        return IsUnconfigured;
    }

    private async Task<bool> CannotPreviewAsync() => await IsNotConfiguredAsync().ConfigureAwait(false) || !SupportsPreview;

    private WireObject Read(Struct? answered, WireObject sent)
    {
        var values = WireReader.FromStruct(answered);
        return accepts.KeepSecrets ? values : SecretMarks.Copy(sent, values);
    }

    private ProviderResult Unhealthy(ErrorResourceInitFailed failed, WireObject inputs) =>
        new(failed.Id, Read(failed.Properties, inputs), failed.Inputs is null ? null : WireReader.FromStruct(failed.Inputs), [.. failed.Reasons], failed.RefreshBeforeUpdate);

    private async Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, string subject, string doing, bool waitConfigured, CancellationToken ct)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        if (waitConfigured)
        {
            await configured.ConfigureAwait(false);
        }

        try
        {
            return await channel.CallAsync(method, request, ct).ConfigureAwait(false);
        }
        catch (GrpcException e) when (e.StatusCode == GrpcStatusCode.Unimplemented || e.TryGetDetail<ErrorResourceInitFailed>(out _))
        {
            throw;
        }
        catch (GrpcException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
        catch (GrpcException e)
        {
            if (e.StatusCode != GrpcStatusCode.Unavailable || !await EndedSoonAsync().ConfigureAwait(false))
            {
                throw new ProviderCallException(e.Detail, outcomeUnknown: false, e);
            }

            var exitCode = await process.Ended.ConfigureAwait(false);
            throw new ProviderCallException(
                EngineFinding.Text(
                    "HAI1411",
                    "Plugin ended during a call",
                    $"The plugin of package '{Package}' ended with exit code {exitCode} while it was {doing}.",
                    subject,
                    "The connection to it broke off, so it could not answer.",
                    "Its last output is shown at the end; look whether the object was made, then run the command again."),
                outcomeUnknown: false,
                e);
        }
    }

    private async Task<bool> EndedSoonAsync()
    {
        // The broken connection is seen before the end of the process is.
        await Task.WhenAny(process.Ended, Task.Delay(TimeSpan.FromSeconds(3), host.Clock)).ConfigureAwait(false);
        return process.Ended.IsCompleted;
    }
}
