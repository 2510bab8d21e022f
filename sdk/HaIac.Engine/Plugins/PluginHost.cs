using System.Collections.Immutable;

namespace HaIac.Engine.Plugins;

/// <summary>What every plugin process of one operation is started with.</summary>
internal sealed record PluginHost
{
    /// <summary>Address of the engine service, <c>host:port</c>.</summary>
    public required string EngineAddress { get; init; }

    /// <summary>Folder in which plugins run: the program's.</summary>
    public required string ProgramDirectory { get; init; }

    /// <summary>Project name.</summary>
    public required string Project { get; init; }

    /// <summary>Options of the project's runtime by name.</summary>
    public ImmutableSortedDictionary<string, string> RuntimeOptions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Configuration in plain text by full key.</summary>
    public ImmutableSortedDictionary<string, string> Config { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Clock for limits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
