namespace HaIac.Engine.Plugins;

/// <summary>What makes one package out of another: the plugin of the base package becomes that of the new one when it is told this.</summary>
/// <param name="Base">The package whose plugin is started.</param>
/// <param name="BaseVersion">Its version; empty if any will do.</param>
/// <param name="Value">What the plugin is told, in base64; only it knows what that means.</param>
internal sealed record PackageParameter(string Base, string BaseVersion, string Value);
