using System.ComponentModel;

namespace Pulumi.Command.Remote;

/// <summary>Which output of a remote command is shown while it runs. What its outputs hold does not depend on it.</summary>
[EnumType]
public readonly struct Logging : IEquatable<Logging>
{
    private readonly string _value;

    private Logging(string value) => _value = value;

    /// <summary>Standard output only (<c>stdout</c>).</summary>
    public static Logging Stdout { get; } = new("stdout");

    /// <summary>Standard error only (<c>stderr</c>).</summary>
    public static Logging Stderr { get; } = new("stderr");

    /// <summary>Both (<c>stdoutAndStderr</c>); the default of commands that say nothing.</summary>
    public static Logging StdoutAndStderr { get; } = new("stdoutAndStderr");

    /// <summary>Neither (<c>none</c>): for commands that print secrets.</summary>
    public static Logging None { get; } = new("none");

    /// <summary>Whether both are the same value.</summary>
    public static bool operator ==(Logging left, Logging right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Logging left, Logging right) => !left.Equals(right);

    /// <summary>The value as it is sent.</summary>
    public static explicit operator string(Logging value) => value._value;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is Logging other && Equals(other);

    /// <summary>Whether both are the same value.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(Logging other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <summary>The value as it is sent.</summary>
    public override string ToString() => _value;
}
