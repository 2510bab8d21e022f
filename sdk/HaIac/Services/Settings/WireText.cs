using Pulumi;

namespace HaIac;

/// <summary>Plain values in the spelling of the wire; null stays null, which means "not sent".</summary>
internal static class WireText
{
    public static Input<string>? Of(TimeSpan? value) => value is { } duration ? (Input<string>)PacemakerDuration.Format(duration) : null;

    public static Input<string>? Of<T>(T? value)
        where T : struct, Enum =>
        value is { } word ? (Input<string>)word.ToString().ToLowerInvariant() : null;

    public static Input<string>? Of(string? value) => value is null ? null : (Input<string>)value;
}
