using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning.Steps;

/// <summary>One step of a plan: what happens to one object.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Difference">The object, and what differs about it.</param>
/// <param name="Reasons">Why, in words; at least one.</param>
public sealed record PlanStep(PlanAction Action, ObjectDifference Difference, ValueList<PlanReason> Reasons)
{
    /// <summary>The id of the object.</summary>
    public string Id => Difference.Id;

    /// <summary>The tag of the object.</summary>
    public string Tag => Difference.Tag;

    /// <summary>The step as a line: "modify primitive haproxy: monitor interval of haproxy 10s → 20s". It shows values, secrets included.</summary>
    public override string ToString() => $"{Action.ToString().ToLowerInvariant()} {Tag} {Id}: {string.Join("; ", Reasons)}";
}
