using HaIac.Engine.Plugins;

namespace HaIac.Engine.Monitoring;

/// <summary>Which package a request means.</summary>
/// <param name="Version">The version; empty if any will do.</param>
/// <param name="Parameter">What makes it out of another package; null for one with a plugin of its own.</param>
internal sealed record WantedPackage(string Version, PackageParameter? Parameter = null);
