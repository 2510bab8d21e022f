using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Plugins;

/// <summary>What a provider made, changed or read.</summary>
/// <param name="Id">Id of the object; empty if it is gone, or in previews not known.</param>
/// <param name="Outputs">Its outputs.</param>
/// <param name="Inputs">Inputs as they were read; null if the provider told none.</param>
/// <param name="InitErrors">Why the object exists but is not healthy; empty if it is.</param>
/// <param name="RefreshBeforeUpdate">Whether the provider wants it read before each update.</param>
internal sealed record ProviderResult(
    string Id, WireObject Outputs, WireObject? Inputs, ImmutableArray<string> InitErrors, bool RefreshBeforeUpdate);
