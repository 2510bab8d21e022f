using HaIac.Engine.Launching;

namespace HaIac.Engine.Plugins;

/// <summary>A plugin that was found.</summary>
/// <param name="Package">Package that it serves.</param>
/// <param name="Command">What starts it; the engine's address is added as the last argument.</param>
/// <param name="Directory">The plugin's own folder, as it is told in the handshake.</param>
public sealed record PluginExecutable(string Package, CommandLine Command, string Directory);
