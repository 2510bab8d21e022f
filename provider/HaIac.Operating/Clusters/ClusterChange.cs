using HaIac.Cib.Documents;
using HaIac.Cib.Planning;
using HaIac.Cib.Values;

namespace HaIac.Operating.Clusters;

/// <summary>A change of a cluster before it is made: in words, and as edits.</summary>
internal sealed record ClusterChange
{
    /// <summary>What will be done, one step a line.</summary>
    public required ValueList<string> Steps { get; init; }

    /// <summary>The edits; empty if the document is changed as a whole, or nothing is to do.</summary>
    public IReadOnlyList<CibEdit> Edits { get; init; } = [];

    /// <summary>The change of the document as a whole; null where edits do.</summary>
    public Func<CibDocument, CibDocument>? Rewrite { get; init; }

    /// <summary>What should be known, one remark a line.</summary>
    public ValueList<string> Notes { get; init; } = [];

    /// <summary>What must be done on the nodes of a real cluster, one task a line: corosync is not ours.</summary>
    public ValueList<string> OnNodes { get; init; } = [];

    /// <summary>The node that the cluster's daemons shall forget; null for none.</summary>
    public NodeName? Forget { get; init; }

    /// <summary>Whether everything is as wished already.</summary>
    public bool IsEmpty => Edits.Count == 0 && Rewrite is null;

    /// <summary>A change that is made already.</summary>
    /// <param name="note">Why nothing is to do.</param>
    public static ClusterChange Nothing(string note) => new() { Steps = [], Notes = [note] };
}
