using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Values;

/// <summary>The name of a cluster node (<c>uname</c>). Pacemaker compares node names without regard to case, and so does this type.</summary>
/// <remarks>Source: Pacemaker Explained, Cluster Nodes.</remarks>
public sealed record NodeName : IComparable<NodeName>
{
    private NodeName(string value) => Value = value;

    /// <summary>The name as it was written.</summary>
    public string Value { get; }

    /// <summary>Reads a node name.</summary>
    /// <exception cref="CibException">HAI3016: the text is empty or holds white space or a control character.</exception>
    public static NodeName Parse(string? text) =>
        TryParse(text, out var name, out var reason) ? name : throw BadValue.Exception(CibFindingCodes.BadNodeName, text, reason);

    /// <summary>Reads a node name; <paramref name="reason"/> says what is wrong with the text.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out NodeName? name, [NotNullWhen(false)] out string? reason)
    {
        name = null;
        reason = null;
        if (string.IsNullOrEmpty(text))
        {
            reason = "a node name must have at least one character";
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || char.IsControl(text[i]))
            {
                reason = $"a node name cannot hold white space or control characters; there is one at position {(i + 1).ToString(CultureInfo.InvariantCulture)}";
                return false;
            }
        }

        name = new NodeName(text);
        return true;
    }

    /// <summary>Whether both are the same node.</summary>
    public bool Equals(NodeName? other) => string.Equals(Value, other?.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A hash that agrees with <see cref="Equals(NodeName?)"/>.</summary>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>Orders names without regard to case.</summary>
    public int CompareTo(NodeName? other) => string.Compare(Value, other?.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name as it was written.</summary>
    public override string ToString() => Value;
}
