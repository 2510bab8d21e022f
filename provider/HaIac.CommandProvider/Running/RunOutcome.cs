using Pulumi.Experimental;

namespace HaIac.CommandProvider.Running;

/// <summary>What a run left.</summary>
/// <param name="Stdout">What it printed to standard output, without the last line end.</param>
/// <param name="Stderr">What it printed to standard error, without the last line end.</param>
internal sealed record RunOutcome(string Stdout, string Stderr)
{
    /// <summary>The files that patterns named, by path; null without patterns.</summary>
    public PropertyValue? Assets { get; init; }

    /// <summary>The files that patterns named, as one archive; null without patterns.</summary>
    public PropertyValue? Archive { get; init; }
}
