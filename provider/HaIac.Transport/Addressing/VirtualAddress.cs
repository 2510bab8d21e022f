using HaIac.Cib.Values;

namespace HaIac.Transport.Addressing;

/// <summary>A virtual cluster in a directory (<c>virtual:directory?nodes=ctl1,ctl2,ctl3</c>).</summary>
public sealed record VirtualAddress : ClusterAddress
{
    /// <summary>Creates the address.</summary>
    /// <param name="text">The address as it was written.</param>
    internal VirtualAddress(string text)
        : base(text)
    {
    }

    /// <summary>The directory, absolute. Created on first use.</summary>
    public required string Directory { get; init; }

    /// <summary>
    /// The names of the nodes that a new cluster gets. Empty: the cluster must exist already.
    /// Nodes named here that an existing cluster lacks are added to it; others are never removed.
    /// </summary>
    public required ValueList<string> Nodes { get; init; }

    /// <summary>Two addresses are equal when they lead to the same directory and name the same nodes.</summary>
    /// <param name="other">The other address.</param>
    /// <returns>True if they are equal.</returns>
    public bool Equals(VirtualAddress? other) =>
        other is not null && Directory == other.Directory && Nodes.SequenceEqual(other.Nodes, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Directory);
}
