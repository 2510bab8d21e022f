namespace HaIac.Engine.State;

/// <summary>Name of a stack together with its project.</summary>
/// <param name="Project">Name of the project.</param>
/// <param name="Stack">Name of the stack: letters, digits, <c>-</c>, <c>_</c>, <c>.</c>; at most 100 characters.</param>
public sealed record StackName(string Project, string Stack)
{
    /// <summary>The one organization there is without a service.</summary>
    public const string Organization = "organization";

    private const int MaxLength = 100;

    /// <summary>Full name: <c>organization/project/stack</c>.</summary>
    public string FullName => $"{Organization}/{Project}/{Stack}";

    /// <summary>Reads a name as users write it: <c>dev</c>, <c>organization/dev</c> or <c>organization/project/dev</c>.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="project">Project of the current folder.</param>
    /// <exception cref="StateException">The text is no stack name.</exception>
    public static StackName Parse(string text, string project)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        var stack = parts[^1];
        var why = parts switch
        {
            { Length: > 3 } => "It has more than three parts.",
            { Length: > 1 } when parts[0] != Organization => $"State in files knows one organization only, \"{Organization}\".",
            _ when stack.Length == 0 => "It is empty.",
            _ when stack.Length > MaxLength => $"It is longer than {MaxLength} characters.",
            _ when !stack.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') => "A stack name has letters, digits, \"-\", \"_\" and \".\" only.",
            _ when stack is "." or ".." => "It is the name of a folder.",
            _ => null,
        };
        if (why is not null)
        {
            throw new StateException(
                "HAI1130", "Not a stack name", $"\"{text}\" cannot be the name of a stack.", null, why, $"Write NAME, or {Organization}/{project}/NAME.");
        }

        return new(parts.Length == 3 ? parts[1] : project, stack);
    }

    /// <inheritdoc/>
    public override string ToString() => Stack;
}
