namespace Pulumi.Tests.Serialization.Laws;

/// <summary>What is known of an output.</summary>
/// <param name="Known">Whether its value is known.</param>
/// <param name="Secret">Whether it is secret.</param>
/// <param name="Urns">What it depends on.</param>
internal sealed record OutputFacts(bool Known, bool Secret, IReadOnlySet<string> Urns)
{
    public static OutputFacts Of(bool known, bool secret, IEnumerable<string> urns) => new(known, secret, urns.ToHashSet());

    /// <summary>Known is "and", secret is "or", dependencies are joined.</summary>
    public OutputFacts And(OutputFacts? other)
        => other is null ? this : Of(Known && other.Known, Secret || other.Secret, Urns.Concat(other.Urns));
}
