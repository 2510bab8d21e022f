using System.Globalization;
using Pulumi;

namespace HaIac;

/// <summary>A value in a <see cref="ResourceHash"/>: text, number, truth value, duration, or an output that is text.</summary>
public readonly struct ParameterValue
{
    private ParameterValue(string? literal, Input<string>? later)
    {
        Literal = literal;
        Later = later;
    }

    /// <summary>The value in Pacemaker's spelling; null if it comes from an output.</summary>
    public string? Literal { get; }

    private Input<string>? Later { get; }

    /// <summary>A text, taken as it is.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator ParameterValue(string value) => new(value, null);

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ParameterValue(int value) => new(value.ToString(CultureInfo.InvariantCulture), null);

    /// <summary>A truth value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ParameterValue(bool value) => new(value ? "true" : "false", null);

    /// <summary>A duration; whole seconds, or milliseconds if it has a fraction.</summary>
    /// <param name="value">The duration.</param>
    public static implicit operator ParameterValue(TimeSpan value) => new(PacemakerDuration.Format(value), null);

    /// <summary>A score.</summary>
    /// <param name="value">The score.</param>
    public static implicit operator ParameterValue(Score value) => new(value.ToString(), null);

    /// <summary>An input of the program's own arguments, which may be known later.</summary>
    /// <param name="value">The input.</param>
    public static implicit operator ParameterValue(Input<string> value) => new(null, value);

    /// <summary>A text that is known when another resource is; it may be secret.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator ParameterValue(Output<string> value) => new(null, value);

    /// <summary>The value as an input of a resource.</summary>
    public Input<string> ToInput() => Later ?? Literal ?? string.Empty;
}
