using HaIac.Operating.Findings;

namespace HaIac.Provider.Checking;

/// <summary>Rules about constraints.</summary>
internal static class ConstraintRules
{
    /// <summary>A constraint is about two resources.</summary>
    public static void NotTheSame(ObjectUnderCheck constraint, string one, string other)
    {
        if (constraint.Text(one) is { } id && id == constraint.Text(other) && constraint.Text(one + "Action") == constraint.Text(other + "Action"))
        {
            constraint.Report(FindingCode.SelfReference, other, $"{one} and {other} are both \"{id}\".", "A resource cannot be placed or ordered by itself.",
                $"Name another resource as {one} or {other}.");
        }
    }
}
