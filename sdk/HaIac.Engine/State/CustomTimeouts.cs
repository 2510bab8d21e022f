namespace HaIac.Engine.State;

/// <summary>Time limits of a resource's operations, in seconds; null where the provider's own limit holds.</summary>
/// <param name="Create">Limit of a creation.</param>
/// <param name="Update">Limit of a change.</param>
/// <param name="Delete">Limit of a deletion.</param>
/// <param name="Read">Limit of a read.</param>
public sealed record CustomTimeouts(double? Create = null, double? Update = null, double? Delete = null, double? Read = null);
