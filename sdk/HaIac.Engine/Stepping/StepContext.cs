using HaIac.Engine.Plugins;

namespace HaIac.Engine.Stepping;

/// <summary>What steps need of their operation.</summary>
/// <param name="State">The state.</param>
/// <param name="Providers">The loaded providers.</param>
/// <param name="IsPreview">Whether nothing may be done.</param>
/// <param name="Clock">For times in the state.</param>
internal sealed record StepContext(StateTable State, ProviderRegistry Providers, bool IsPreview, TimeProvider Clock);
