using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>The engine's name of a resource, <c>urn:pulumi:stack::project::parentType$type::name</c>, and helpers to take it apart.</summary>
/// <param name="Value">The text as the engine wrote it.</param>
public readonly partial record struct Urn(string Value)
{
    private const string Prefix = "urn:pulumi:";

    /// <summary>The text of a URN.</summary>
    /// <param name="urn">The URN.</param>
    public static implicit operator string(Urn urn) => urn.Value ?? string.Empty;

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

    /// <inheritdoc />
    public override string ToString() => Value ?? string.Empty;

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
