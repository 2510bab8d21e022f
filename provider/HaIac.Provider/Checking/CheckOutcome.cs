using HaIac.Operating.Findings;
using System.Collections.Immutable;
using Pulumi.Experimental;

namespace HaIac.Provider.Checking;

/// <summary>What checking gave.</summary>
/// <param name="Inputs">The inputs with defaults filled in and values in their plain form.</param>
/// <param name="Findings">Everything that is wrong with them.</param>
internal sealed record CheckOutcome(ImmutableDictionary<string, PropertyValue> Inputs, ImmutableArray<Finding> Findings);
