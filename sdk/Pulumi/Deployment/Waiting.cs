namespace Pulumi;

/// <summary>
/// What one piece of work waits for at the moment; it changes as the work goes on. Circles and standstills are found and
/// explained by it, so whoever awaits another output inside the SDK notes it here first.
/// </summary>
/// <param name="subject">Who waits: a resource, or words for users; <c>null</c> where there is nothing to name.</param>
/// <param name="on">What it waits for: a task, several tasks, or nothing that is known.</param>
internal sealed class Waiting(object? subject, object? on = null)
{
    /// <summary>The step of all that only the engine, or in tests the mocks, can end.</summary>
    public const string Answer = "the answer of the engine";

    private volatile object? _on = on;
    private volatile string? _step;

    public object? Subject { get; } = subject;

    /// <summary>A <see cref="Task"/>, an enumerable of them, or <c>null</c>.</summary>
    public object? On
    {
        get => _on;
        set => _on = value;
    }

    /// <summary>For which of its parts the subject waits, in words for users.</summary>
    public string? Step
    {
        get => _step;
        set => _step = value;
    }

    /// <summary>Goes on to the next part.</summary>
    public void Enter(string step, object? on = null)
    {
        _step = step;
        _on = on;
    }

    public string Describe()
    {
        var name = Subject is Resource resource ? Name(resource) : Subject as string ?? "an output";
        return _step is { } step ? $"{name} ({step})" : name;
    }

    public static string Name(Resource resource) => $"{resource.GetResourceType()} '{resource.GetResourceName()}'";
}
