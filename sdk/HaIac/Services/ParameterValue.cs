using System.Globalization;
using Pulumi;

namespace HaIac;

/// <summary>A value in a <see cref="ResourceHash"/>: text, number, truth value, duration, or an output that is text.</summary>
public readonly struct ParameterValue
{
    private ParameterValue(string? literal, Output<string>? output)
    {
        Literal = literal;
        Output = output;
    }

    /// <summary>The value in Pacemaker's spelling; null if it comes from an output.</summary>
    public string? Literal { get; }

    private Output<string>? Output { get; }

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

    /// <summary>A text that is known when another resource is; it may be secret.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator ParameterValue(Output<string> value) => new(null, value);

    /// <summary>The value as an input of a resource.</summary>
    public Input<string> ToInput() => Output is null ? Literal ?? string.Empty : Output;
}
