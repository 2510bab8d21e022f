using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Comparing;

/// <summary>Who has a say about what in an object that a program declares: the program, operators, or whoever else writes into it.</summary>
public sealed record Ownership
{
    /// <summary>Only what is declared is ours. What others added stays, and so does what operators set.</summary>
    public static Ownership Declared { get; } = new();

    /// <summary>
    /// Whether the whole object is ours: what it has and the program does not declare is taken out. What operators set stays all the same, and so do the
    /// resources that others put into a group, for they are objects of their own.
    /// </summary>
    public bool Whole { get; init; }

    /// <summary>
    /// Meta attributes of resources that operators set while the cluster runs. They are written when they are new or when the program changes its mind about
    /// them; what somebody else made of them is neither a conflict nor undone.
    /// </summary>
    public ValueList<string> OperatorAttributes { get; init; } = ["target-role", "is-managed", "maintenance"];

    /// <summary>Whether operators set this pair.</summary>
    /// <param name="ownerTag">The tag of what has the set. A set that is its own owner (defaults, a set with a rule) is no place for operators.</param>
    /// <param name="setTag">The tag of the set.</param>
    /// <param name="name">The name in the set.</param>
    internal bool IsOperatorState(string ownerTag, string setTag, string name) =>
        ownerTag == "node"
            ? setTag == CibTags.InstanceAttributes && name is "standby" or "maintenance"
            : setTag == CibTags.MetaAttributes && ownerTag != setTag && OperatorAttributes.Contains(name, StringComparer.Ordinal);
}
