using HaIac.Cib.Values;

namespace HaIac.Operating.Reporting;

/// <summary>An outermost resource: what it is, how it is on each node, what is remarkable about it.</summary>
internal sealed record ResourceReport
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required ServiceKind Kind { get; init; }

    /// <summary>How it is on each node of the report, in the same order.</summary>
    public ValueList<PlaceReport> Places { get; init; } = [];

    /// <summary>An operator stopped it (<c>target-role=Stopped</c>).</summary>
    public bool Disabled { get; init; }

    /// <summary>At least one instance is not managed by the cluster.</summary>
    public bool Unmanaged { get; init; }

    /// <summary>At least one instance is in maintenance.</summary>
    public bool Maintenance { get; init; }

    /// <summary>At least one instance failed, or an operation of it failed and nothing has cleared that.</summary>
    public bool Failed { get; init; }

    /// <summary>A failure keeps the cluster from touching it.</summary>
    public bool Blocked { get; init; }

    /// <summary>It runs although the configuration does not have it any more.</summary>
    public bool Orphaned { get; init; }

    /// <summary>What is being done with it, in small letters: starting, stopping, ...</summary>
    public ValueList<string> Pending { get; init; } = [];

    /// <summary>Whether it runs somewhere.</summary>
    public bool Active => Places.Any(place => place.Active);
}
