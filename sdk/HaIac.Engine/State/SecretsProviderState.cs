namespace HaIac.Engine.State;

/// <summary>How the secrets in the file are encrypted.</summary>
/// <param name="Type">Kind of secrets manager; HaIac itself writes <c>passphrase</c>.</param>
/// <param name="StateJson">What the manager keeps in the file, as raw JSON.</param>
public sealed record SecretsProviderState(string Type, string StateJson);
