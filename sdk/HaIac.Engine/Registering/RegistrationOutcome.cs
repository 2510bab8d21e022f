using HaIac.Engine.State;
using HaIac.Protocol.Messages;

namespace HaIac.Engine.Registering;

/// <summary>What a registration came to.</summary>
/// <param name="Result">Whether its steps were done.</param>
/// <param name="State">What is now in the state; null if nothing is.</param>
internal sealed record RegistrationOutcome(Result Result, StateResource? State);
