namespace HaIac.Engine.Plugins;

/// <summary>One entry of <c>plugins.providers</c> of the project file.</summary>
/// <param name="Name">Package name.</param>
/// <param name="Path">Folder with the executable, or the executable; relative to the project file.</param>
/// <param name="Version">Version that the entry serves; null serves all.</param>
public sealed record ProjectPlugin(string Name, string Path, string? Version = null);
