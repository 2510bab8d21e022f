using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>One resource that is placed relative to another.</summary>
/// <param name="Constraint">The colocation that says so.</param>
/// <param name="Dependent">Who is placed.</param>
/// <param name="Primary">Relative to whom.</param>
/// <param name="Score">How strongly.</param>
internal sealed record ColocationPair(CibElement Constraint, ColocationSide Dependent, ColocationSide Primary, Score Score);
