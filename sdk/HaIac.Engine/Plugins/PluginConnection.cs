using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Plugins;

/// <summary>The line to a started plugin: the handshake, single calls with their failures put into words, and the end.</summary>
/// <remarks>Source: pulumi-protocol.md 4.1 and 4.2.</remarks>
internal sealed class PluginConnection : IAsyncDisposable
{
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CancelLimit = TimeSpan.FromSeconds(5);

    private readonly PluginProcess process;
    private readonly GrpcChannel channel;
    private readonly PluginHost host;
    private bool knowsCapabilities;
    private bool stopping;

    private PluginConnection(PluginProcess process, PluginHost host)
    {
        this.process = process;
        this.host = host;
        channel = GrpcChannel.ForAddress(process.Address);
    }

    /// <summary>Package that it serves.</summary>
    public string Package => process.Executable.Package;

    /// <summary>Where the plugin finds the engine.</summary>
    public string EngineAddress => host.EngineAddress;

    /// <summary>Kinds of values that the plugin takes; from the handshake, or from Configure where there is none.</summary>
    public WireMarshalOptions Accepts { get; private set; } = new();

    /// <summary>Starts a plugin and shakes hands.</summary>
    /// <exception cref="PluginException">It does not start or does not answer.</exception>
    public static async Task<PluginConnection> OpenAsync(PluginExecutable executable, PluginHost host, CancellationToken ct)
    {
        var process = await PluginProcess.StartAsync(executable, host, ct).ConfigureAwait(false);
        var connection = new PluginConnection(process, host);
        try
        {
            await connection.ShakeHandsAsync(ct).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>One call.</summary>
    /// <param name="method">The call.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="subject">URN or token that it is about, for messages.</param>
    /// <param name="doing">What the plugin does meanwhile, for messages: "creating".</param>
    /// <param name="ct">Gives the call up.</param>
    /// <exception cref="ProviderCallException">The provider refused, ended, does not know the call, or made an object that is not healthy.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, string subject, string doing, CancellationToken ct)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse>
    {
        try
        {
            return await channel.CallAsync(method, request, ct).ConfigureAwait(false);
        }
        catch (GrpcException e) when (ct.IsCancellationRequested && !e.TryGetDetail<ErrorResourceInitFailed>(out _))
        {
            throw new OperationCanceledException(ct);
        }
        catch (GrpcException e)
        {
            if (e.StatusCode != GrpcStatusCode.Unavailable || !await EndedSoonAsync().ConfigureAwait(false))
            {
                throw new ProviderCallException(ProviderWords.Of(e, Package, doing), outcomeUnknown: false, e);
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

    /// <summary>Takes what Configure tells of the accepted values, for plugins that know no handshake.</summary>
    public void Learn(ConfigureResponse answer)
    {
        if (!knowsCapabilities)
        {
            Accepts = new WireMarshalOptions
            {
                KeepSecrets = answer.AcceptSecrets,
                KeepReferences = answer.AcceptResources,
                KeepOutputs = answer.AcceptOutputs,
            };
        }
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
            Accepts = new WireMarshalOptions
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
        catch (GrpcException e)
        {
            throw DoesNotAnswer(e);
        }

        try
        {
            await channel.CallAsync(ResourceProviderMethods.GetPluginInfo, new Empty(), ct, HandshakeLimit).ConfigureAwait(false);
        }
        catch (GrpcException e)
        {
            throw DoesNotAnswer(e);
        }
    }

    private PluginException DoesNotAnswer(GrpcException e) => process.Failure(
        "HAI1409",
        "Plugin does not answer",
        $"The plugin of package '{Package}' started, but its first calls failed: {ProviderWords.Of(e, Package, "starting")}",
        "A plugin answers Handshake and GetPluginInfo before anything else is asked.",
        "Check that it is a Pulumi resource plugin for this package.",
        e);

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

    private async Task<bool> EndedSoonAsync()
    {
        // The broken connection is seen before the end of the process is.
        await Task.WhenAny(process.Ended, Task.Delay(TimeSpan.FromSeconds(3), host.Clock)).ConfigureAwait(false);
        return process.Ended.IsCompleted;
    }
}
