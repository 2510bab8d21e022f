using System.Collections.Immutable;

namespace HaIac.Engine.Plugins;

/// <summary>What a provider is told of the operation when it calls back into the engine: methods and components.</summary>
/// <param name="Project">Project name.</param>
/// <param name="Stack">Stack name.</param>
/// <param name="IsPreview">Whether nothing may be done.</param>
/// <param name="Parallel">Most steps at once.</param>
/// <param name="MonitorAddress">Where the ResourceMonitor service is, <c>host:port</c>.</param>
/// <param name="Config">Configuration of the stack in plain text, by full key.</param>
/// <param name="SecretKeys">Keys whose values are secret.</param>
internal sealed record RunFacts(
    string Project,
    string Stack,
    bool IsPreview,
    int Parallel,
    string MonitorAddress,
    ImmutableSortedDictionary<string, string> Config,
    ImmutableArray<string> SecretKeys);
