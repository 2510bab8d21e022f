using HaIac.Operating.Services;

namespace HaIac.Cli.Services;

/// <summary>A service that a verb is about.</summary>
/// <param name="Profile">What is known of it.</param>
/// <param name="Declared">Whether the stack declares it; false: it is looked for in the cluster by its name.</param>
/// <param name="ByCluster">Whether the cluster runs it; false: the init system of each node does.</param>
internal sealed record DeclaredService(ServiceProfile Profile, bool Declared, bool ByCluster);
