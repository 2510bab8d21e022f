using System.Collections.Immutable;

namespace HaIac;

/// <summary>Something in the cluster that others can start after.</summary>
public interface IOrdered
{
    /// <summary>The points that must be reached before others start; empty if the cluster does not run it.</summary>
    ImmutableArray<OrderPoint> OrderPoints { get; }
}
