using System.Collections.Immutable;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Plugins;

/// <summary>Inputs after a provider's check.</summary>
/// <param name="Inputs">The inputs with the provider's defaults.</param>
/// <param name="Failures">What is wrong with them; empty if nothing.</param>
internal sealed record CheckResult(WireObject Inputs, ImmutableArray<CheckFailure> Failures);
