using HaIac.CommandProvider.Serving;

namespace HaIac.CommandProvider.Running;

/// <summary>What a call brings along beside its properties.</summary>
/// <param name="Subject">The resource or function, for messages.</param>
/// <param name="Timeout">How long it may take; zero: any time.</param>
/// <param name="Log">Messages to the user.</param>
internal sealed record CallContext(string Subject, TimeSpan Timeout, CommandLog Log);
