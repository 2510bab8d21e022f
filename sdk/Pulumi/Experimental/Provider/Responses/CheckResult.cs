using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>What a check found.</summary>
/// <param name="failures">All that is wrong.</param>
public class CheckResult(IList<CheckFailure> failures)
{
    /// <summary>The result without failures.</summary>
    public static readonly CheckResult Empty = new(ImmutableList<CheckFailure>.Empty);

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsValid => Failures.Count == 0;

    /// <summary>All that is wrong.</summary>
    public IList<CheckFailure> Failures { get; set; } = failures;
}
