using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>The engine's name of a resource, <c>urn:pulumi:stack::project::parentType$type::name</c>, and helpers to take it apart.</summary>
public readonly partial struct Urn : IEquatable<Urn>
{
    private const string Prefix = "urn:pulumi:";
    private readonly string? _value;

    /// <summary>Takes the text of a URN as it is; whether it is well formed shows when it is taken apart.</summary>
    /// <param name="value">The text as the engine wrote it.</param>
    public Urn(string value) => _value = value;

    internal string Value => _value ?? string.Empty;

    /// <summary>The text of a URN; empty for one that nobody has set.</summary>
    /// <param name="value">The URN.</param>
    public static implicit operator string(Urn value) => value.Value;

    /// <summary>Whether two URNs are the same text, capitals included.</summary>
    /// <param name="left">One URN.</param>
    /// <param name="right">The other URN.</param>
    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    /// <summary>Whether two URNs differ in their text.</summary>
    /// <param name="left">One URN.</param>
    /// <param name="right">The other URN.</param>
    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>The name of a resource, the last part of its URN; it may hold any text.</summary>
    /// <param name="urn">The URN.</param>
    /// <exception cref="FormatException">The text is no URN.</exception>
    public static string Name(string urn) => Parts(urn).Name;

    /// <summary>The type token of a resource without those of its parents.</summary>
    /// <param name="urn">The URN.</param>
    /// <exception cref="FormatException">The text is no URN.</exception>
    public static string Type(string urn)
    {
        var types = Parts(urn).Types;
        return types[(types.LastIndexOf('$') + 1)..];
    }

    /// <summary>Whether both are the same text, capitals included.</summary>
    /// <param name="other">The other URN.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Urn other) => Value == other.Value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Value;

    internal static bool IsWellFormed([NotNullWhen(true)] string? urn) => urn is not null && TryParts(urn, out _);

    private static (string Types, string Name) Parts(string urn) =>
        TryParts(urn, out var parts)
            ? parts
            : throw new FormatException($"\"{urn}\" is no URN: expected urn:pulumi:<stack>::<project>::<type>::<name>.");

    private static bool TryParts(string urn, out (string Types, string Name) parts)
    {
        parts = default;
        if (!urn.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        // The name is the rest of the text: it may hold colons, the parts before it may not.
        var fields = urn[Prefix.Length..].Split("::", 4);
        if (fields.Length < 4 || fields[2].Length == 0)
        {
            return false;
        }

        parts = (fields[2], fields[3]);
        return true;
    }
}
