using HaIac.Cib.Documents;
using HaIac.Cib.Writing;

namespace HaIac.Transport;

/// <summary>One change of a CIB on its way to the cluster.</summary>
/// <remarks>
/// A real cluster needs only <see cref="Xml"/>. A virtual cluster on a host without Pacemaker's tools stores <see cref="After"/>.
/// </remarks>
public sealed record CibPatch
{
    /// <summary>Creates the change that leads from one document to another.</summary>
    /// <param name="before">The document as it was read.</param>
    /// <param name="after">The document as it shall be.</param>
    /// <param name="pinned">True: only to be applied if the cluster still has exactly the version of <paramref name="before"/>.</param>
    public CibPatch(CibDocument before, CibDocument after, bool pinned)
    {
        Before = before;
        After = after;
        Pinned = pinned;
        Xml = PatchWriter.Write(before, after, pinned);
    }

    /// <summary>The document as it was read.</summary>
    public CibDocument Before { get; }

    /// <summary>The document as it shall be.</summary>
    public CibDocument After { get; }

    /// <summary>True if the patch names the version it was made for, so that a cluster that moved on refuses it.</summary>
    public bool Pinned { get; }

    /// <summary>The change as a diff of format 2; empty if the documents mean the same.</summary>
    public string Xml { get; }

    /// <summary>True if there is nothing to change.</summary>
    public bool IsEmpty => Xml.Length == 0;
}
