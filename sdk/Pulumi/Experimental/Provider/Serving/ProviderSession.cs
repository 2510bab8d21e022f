using HaIac.Protocol.Grpc;
using HaIac.Protocol.Properties;

namespace Pulumi.Experimental.Provider;

/// <summary>The one provider of the process: made when the engine is known, called from many threads, cancelled as a whole.</summary>
internal sealed class ProviderSession(Func<IEngine, Provider> factory, string version) : IDisposable
{
    private readonly Lock _lock = new();
    private EngineConnection? _engine;
    private Provider? _provider;
    private Exception? _startFailure;
    private CancellationTokenSource _cancel = new();

    /// <summary>Version of the plugin.</summary>
    public string Version { get; } = version;

    /// <summary>Whether an engine is known, so that the provider was made or failed to be.</summary>
    public bool IsAttached
    {
        get
        {
            lock (_lock)
            {
                return _engine is not null;
            }
        }
    }

    /// <summary>Address of the engine; empty while none is known.</summary>
    public string EngineAddress
    {
        get
        {
            lock (_lock)
            {
                return _engine?.Address ?? string.Empty;
            }
        }
    }

    /// <summary>What the engine takes in answers; known once it has configured the provider.</summary>
    public WireMarshalOptions Accepted { get; set; } = new() { KeepSecrets = true, KeepReferences = true };

    /// <summary>What the provider said in the handshake; null without one.</summary>
    public HandshakeResponse? Handshake { get; set; }

    /// <summary>Secrets of the configuration: any later failure might quote them.</summary>
    public SecretMask ConfigurationSecrets { get; set; } = SecretMask.Empty;

    /// <summary>Makes the provider, or points it to another engine.</summary>
    public void Attach(string engineAddress)
    {
        lock (_lock)
        {
            if (_engine is not null)
            {
                _engine.Redirect(engineAddress);
                return;
            }

            _engine = new EngineConnection(engineAddress);
            try
            {
                _provider = factory(_engine);
            }
            catch (Exception e)
            {
                // The engine shows why only if it is told by an answer; a process that ends says nothing.
                _startFailure = e;
            }
        }
    }

    /// <summary>Runs one call of the provider under the token of the session.</summary>
    public async Task<T> RunAsync<T>(string method, CallSecrets secrets, Func<Provider, CancellationToken, Task<T>> call, CancellationToken caller)
    {
        CancellationTokenSource linked;
        Provider provider;
        lock (_lock)
        {
            provider = Ready(method);
            linked = CancellationTokenSource.CreateLinkedTokenSource(caller, _cancel.Token);
        }

        Task<T>? running = null;
        try
        {
            running = call(provider, linked.Token);

            // A caller that is gone hears nothing, so nobody waits for a provider that goes on. A cancel of the engine is different: a
            // call that ends its work all the same must be able to tell the id of what it made.
            return await running.WaitAsync(caller).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            throw FailureAnswer.For(e, method, secrets.Mask(ConfigurationSecrets), Accepted);
        }
        finally
        {
            Release(running, linked);
        }
    }

    /// <summary>Cancels the running calls; later ones run as usual, because the engine may still ask for something at its end.</summary>
    public void CancelRunning()
    {
        CancellationTokenSource old;
        lock (_lock)
        {
            old = _cancel;
            _cancel = new CancellationTokenSource();
        }

        try
        {
            old.Cancel();
        }
        catch (AggregateException)
        {
            // A call that fails while it is told to stop fails in its own answer; cancelling must reach the others.
        }
    }

    public void Dispose() => _cancel.Dispose();

    // The token belongs to the call until it ends; what a call throws after its caller is gone concerns nobody.
    private static void Release(Task? running, CancellationTokenSource token)
    {
        if (running is null or { IsCompleted: true })
        {
            token.Dispose();
            return;
        }

        running.ContinueWith(
            ended =>
            {
                _ = ended.Exception;
                token.Dispose();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private Provider Ready(string method)
    {
        if (_startFailure is not null)
        {
            throw FailureAnswer.For(
                new ProviderException(ProviderFailureKind.Precondition, $"The provider could not start: {OneLine.Of(_startFailure, SecretMask.Empty)}"),
                method,
                SecretMask.Empty,
                Accepted);
        }

        return _provider ?? throw new GrpcException(
            GrpcStatusCode.FailedPrecondition,
            $"{method} came before an engine attached: start the provider with the address of an engine, or call Attach first.");
    }
}
