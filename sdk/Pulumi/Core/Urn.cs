namespace Pulumi;

/// <summary>
/// A resource's identity in the engine: <c>urn:pulumi:stack::project::types::name</c>, where <c>types</c> are the type
/// tokens of its parents and its own, joined by <c>$</c>.
/// </summary>
/// <param name="urn">The text.</param>
public readonly struct Urn(string urn) : IEquatable<Urn>
{
    private const string Separator = "::";

    private readonly string? _urn = urn;

    /// <summary>The resource's name; empty if the text is no URN.</summary>
    public string Name => GetName(ToString());

    /// <summary>The resource's own type token; empty if the text is no URN.</summary>
    public string Type => GetType(ToString());

    /// <summary>Reads a URN as its text.</summary>
    /// <param name="urn">The URN.</param>
    public static implicit operator string(Urn urn) => urn.ToString();

    /// <summary>Compares by text.</summary>
    /// <param name="left">One URN.</param>
    /// <param name="right">The other URN.</param>
    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    /// <summary>Compares by text.</summary>
    /// <param name="left">One URN.</param>
    /// <param name="right">The other URN.</param>
    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>Computes the URN that the engine gives to a resource.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="type">Its type token.</param>
    /// <param name="parent">Its parent, if any; only one of parent and parentUrn may be given.</param>
    /// <param name="parentUrn">The parent's URN, if any.</param>
    /// <param name="project">The project; default: the running one. Unused with a parent, whose project counts.</param>
    /// <param name="stack">The stack; default: the running one. Unused with a parent, whose stack counts.</param>
    /// <returns>The URN.</returns>
    /// <exception cref="ArgumentException">Both parent and parentUrn are given.</exception>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        if (parent is not null && parentUrn is not null)
        {
            throw new ArgumentException("A URN has one parent: give either 'parent' or 'parentUrn'.", nameof(parentUrn));
        }

        if ((parent?.Urn ?? parentUrn?.ToOutput()) is { } above)
        {
            return Output.Format($"{above.Apply(ParentPrefix)}${type}::{name}");
        }

        var stackName = stack ?? Deployment.Instance.StackName;
        var projectName = project ?? Deployment.Instance.ProjectName;
        return Output.Format($"urn:pulumi:{stackName}::{projectName}::{type}::{name}");
    }

    /// <inheritdoc />
    public bool Equals(Urn other) => ToString() == other.ToString();

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _urn ?? "";

    internal static string GetName(string urn)
    {
        var parts = urn.Split(Separator, 4);
        return parts.Length == 4 ? parts[3] : "";
    }

    /// <summary>The chain of types, without the stack's own.</summary>
    internal static string GetQualifiedType(string urn)
    {
        var parts = urn.Split(Separator, 4);
        return parts.Length == 4 ? parts[2] : "";
    }

    internal static string GetType(string urn) => GetQualifiedType(urn).Split('$')[^1];

    private static string ParentPrefix(string urn)
    {
        var parts = urn.Split(Separator, 4);
        return parts.Length == 4 ? string.Join(Separator, parts[0], parts[1], parts[2]) : urn;
    }
}
