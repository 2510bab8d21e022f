using HaIac.Protocol.Properties;

namespace Pulumi.Tests.Serialization.Laws;

/// <summary>A generated value: what a program would write, and by simple rules of its own what must be sent for it.</summary>
/// <param name="Write">Makes the program's value.</param>
/// <param name="Plain">What goes out where outputs do not keep their facts.</param>
/// <param name="Kept">What goes out where they do, unless <paramref name="Facts"/> say more.</param>
/// <param name="Facts">The facts of the outputs directly around the value; null for a value without any.</param>
/// <param name="Urns">All it depends on.</param>
internal sealed record ValueTree(
    Func<object?> Write, WireValue Plain, WireValue? Kept, OutputFacts? Facts, IReadOnlySet<string> Urns)
{
    /// <summary>What goes out where outputs keep their facts.</summary>
    public WireValue WithFacts =>
        Facts is null || (Facts is { Known: true, Secret: false, Urns.Count: 0 } && Kept is not null)
            ? Kept!
            : new WireOutput(Facts.Known ? Kept : null, Facts.Secret, Facts.Urns.Order(StringComparer.Ordinal).ToValueList());

    public override string ToString() => $"{Plain}";
}
