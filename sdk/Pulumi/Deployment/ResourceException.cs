namespace Pulumi;

/// <summary>A failure that is shown at one resource.</summary>
/// <param name="message">What is wrong and how to mend it.</param>
/// <param name="resource">The resource; <c>null</c> shows it at the stack.</param>
/// <param name="hideStack">Whether only the message is shown; otherwise the place in the program too.</param>
public class ResourceException(string message, Resource? resource, bool hideStack = false) : Exception(message)
{
    internal Resource? Resource { get; } = resource;

    internal bool HideStack { get; } = hideStack;
}
