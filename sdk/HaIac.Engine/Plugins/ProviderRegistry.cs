using System.Collections.Concurrent;
using HaIac.Engine.State;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Plugins;

/// <summary>The provider resources of one operation and their plugin processes: one process for each of them.</summary>
/// <remarks>Source: pulumi-protocol.md 4.1 and 6.6.</remarks>
internal sealed class ProviderRegistry(PluginLocator locator, Func<PluginHost> host, IProvider builtIn, IEnumerable<StateResource> stored)
    : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IProvider>>> byReference = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IProvider> prepared = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<IProvider> all = [];
    private readonly Dictionary<string, StateResource> fromState = stored
        .Where(resource => resource.IsProvider)
        .GroupBy(resource => new ProviderReference(resource.Urn, resource.Id).ToString(), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>Loads the plugin of a provider resource that the program registers and checks its configuration.</summary>
    public async Task<CheckResult> CheckAsync(string urn, WireObject olds, WireObject news, CancellationToken ct)
    {
        var package = new Urn(urn).Type[Urn.ProviderTypePrefix.Length..];
        var version = news.TryGetValue("version", out var value) && value is WireText text ? text.Value : null;

        // A second check is the one of a replacement: the process that compared the configurations is not used further.
        if (prepared.TryRemove(urn, out var earlier))
        {
            await earlier.StopAsync().ConfigureAwait(false);
        }

        var client = await LoadAsync(package, version, ProviderInputs.Parameter(news), ct).ConfigureAwait(false);
        prepared[urn] = client;
        return await client.CheckConfigAsync(urn, olds, news, ct).ConfigureAwait(false);
    }

    /// <summary>Compares the configuration of a provider resource with the stored one.</summary>
    public Task<ProviderDiff> DiffAsync(string urn, WireObject oldInputs, WireObject oldOutputs, WireObject news, CancellationToken ct) =>
        prepared[urn].DiffConfigAsync(urn, oldInputs, oldOutputs, news, ct);

    /// <summary>Whether a provider that was started from the state goes on if its configuration did not change: after a refresh.</summary>
    public bool KeepsStarted { get; set; }

    /// <summary>Puts a checked provider into service under its id.</summary>
    public void Use(string urn, string id, WireObject inputs, CancellationToken ct)
    {
        var reference = new ProviderReference(urn, id).ToString();
        if (KeepsStarted && byReference.ContainsKey(reference) && fromState.TryGetValue(reference, out var stored) && stored.Inputs.Equals(inputs))
        {
            prepared.TryRemove(urn, out _);
            return;
        }

        if (!prepared.TryRemove(urn, out var client))
        {
            throw new InvalidOperationException($"Bug in HaIac: provider {urn} is used before it was checked.");
        }

        client.Configure(urn, id, inputs, ct);
        byReference[reference] = new Lazy<Task<IProvider>>(Task.FromResult(client));
    }

    /// <summary>The provider behind a reference; one that only the state knows is started from there.</summary>
    /// <exception cref="PluginException">The plugin does not start.</exception>
    /// <exception cref="ProviderCallException">Nothing has such a provider.</exception>
    public Task<IProvider> GetAsync(string reference, CancellationToken ct) =>
        byReference.GetOrAdd(reference, key => new Lazy<Task<IProvider>>(() => FromStateAsync(key, ct))).Value;

    /// <summary>Tells all providers that calls under way are no longer wanted.</summary>
    public Task CancelCallsAsync() => Task.WhenAll(all.Select(client => client.CancelCallsAsync()));

    /// <summary>Ends all plugins; the messages of those that had ended before they were asked to.</summary>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        var messages = await Task.WhenAll(all.Select(client => client.StopAsync())).ConfigureAwait(false);
        return [.. messages.OfType<string>()];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var client in all)
        {
            await client.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<IProvider> LoadAsync(string package, string? version, PackageParameter? parameter, CancellationToken ct)
    {
        if (package == builtIn.Package)
        {
            return builtIn;
        }

        var executable = parameter is null
            ? locator.Find(package, version)
            : locator.Find(parameter.Base, parameter.BaseVersion.Length > 0 ? parameter.BaseVersion : null);
        var client = await ProviderClient.LoadAsync(executable, host(), ct).ConfigureAwait(false);
        all.Add(client);
        if (parameter is not null)
        {
            await client.ParameterizeAsync(package, version ?? "", parameter, ct).ConfigureAwait(false);
        }

        return client;
    }

    private async Task<IProvider> FromStateAsync(string reference, CancellationToken ct)
    {
        if (!fromState.TryGetValue(reference, out var resource))
        {
            throw new ProviderCallException(
                EngineFinding.Text(
                    "HAI1412",
                    "Provider not known",
                    $"The provider reference \"{reference}\" names no provider of this run and none of the state.",
                    reference,
                    "A resource is created, changed and deleted through the provider it was registered with.",
                    "Register that provider in the program, or correct the reference."),
                outcomeUnknown: false);
        }

        var package = resource.Type[Urn.ProviderTypePrefix.Length..];
        var version = resource.Inputs.TryGetValue("version", out var value) && value is WireText text ? text.Value : null;
        var client = await LoadAsync(package, version, ProviderInputs.Parameter(resource.Inputs), ct).ConfigureAwait(false);
        client.Configure(resource.Urn, resource.Id, resource.Inputs, ct);
        return client;
    }
}
