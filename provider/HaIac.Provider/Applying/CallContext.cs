namespace HaIac.Provider.Applying;

/// <summary>What a call brings along besides its properties.</summary>
/// <param name="Urn">The resource, as the engine names it.</param>
/// <param name="Subject">The resource, for messages: type and name.</param>
/// <param name="Timeout">How long its resources may take to settle.</param>
/// <param name="Progress">Is told what the cluster is doing.</param>
internal sealed record CallContext(string Urn, string Subject, TimeSpan Timeout, Action<string> Progress);
