namespace Pulumi;

/// <content>What programs need: computing the URN of a resource.</content>
public readonly partial struct Urn
{
    private const string Separator = "::";

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
            return Output.Format($"{above.Apply(UpToTypes)}${type}::{name}");
        }

        var stackName = stack ?? Deployment.Instance.StackName;
        var projectName = project ?? Deployment.Instance.ProjectName;
        return Output.Format($"urn:pulumi:{stackName}::{projectName}::{type}::{name}");
    }

    /// <summary>The chain of type tokens, or nothing if the text is no URN.</summary>
    internal static string TypesOf(string urn) => urn.Split(Separator, 4) is [_, _, var types, _] ? types : "";

    /// <summary>The type token, or nothing if the text is no URN.</summary>
    internal static string TypeOf(string urn) => TypesOf(urn).Split('$')[^1];

    /// <summary>The name, or nothing if the text is no URN.</summary>
    internal static string NameOf(string urn) => urn.Split(Separator, 4) is [_, _, _, var name] ? name : "";

    private static string UpToTypes(string urn)
        => urn.Split(Separator, 4) is [var stack, var project, var types, _] ? string.Join(Separator, stack, project, types) : urn;
}
