using System.Collections.Immutable;
using HaIac.CommandProvider.Findings;
using Pulumi.Experimental;

namespace HaIac.CommandProvider.Checking;

/// <summary>Checked inputs and what is wrong with them.</summary>
/// <param name="Inputs">The inputs with defaults.</param>
/// <param name="Findings">Every fault.</param>
internal sealed record CheckOutcome(ImmutableDictionary<string, PropertyValue> Inputs, IReadOnlyList<Finding> Findings);
