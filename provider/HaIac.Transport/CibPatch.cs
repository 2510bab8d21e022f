using HaIac.Cib.Documents;

namespace HaIac.Transport;

/// <summary>One change of a CIB on its way to the cluster.</summary>
/// <remarks>
/// A real cluster needs only <see cref="Xml"/>. A virtual cluster on a host without Pacemaker's tools stores <see cref="After"/>.
/// </remarks>
public sealed record CibPatch
{
    /// <summary>The document as it was read.</summary>
    public required CibDocument Before { get; init; }

    /// <summary>The document as it shall be.</summary>
    public required CibDocument After { get; init; }

    /// <summary>
    /// The change as a diff of format 2, pinned to the configuration of <see cref="Before"/>; empty if the documents mean the same.
    /// </summary>
    public required string Xml { get; init; }

    /// <summary>True if there is nothing to change.</summary>
    public bool IsEmpty => Xml.Length == 0;
}
