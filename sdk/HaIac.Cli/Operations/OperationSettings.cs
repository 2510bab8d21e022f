using HaIac.Engine;
using HaIac.Engine.Rendering;

namespace HaIac.Cli.Operations;

/// <summary>What the user asked of <c>preview</c>, <c>up</c>, <c>refresh</c> or <c>destroy</c>.</summary>
internal sealed record OperationSettings
{
    /// <summary>What is done.</summary>
    public required DeploymentKind Kind { get; init; }

    /// <summary>Makes the state what is really there first.</summary>
    public bool Refresh { get; init; }

    /// <summary>Forgets creations that a crash left behind.</summary>
    public bool ClearPendingCreates { get; init; }

    /// <summary>True if nothing may be done: <c>preview</c>, <c>--preview-only</c>.</summary>
    public bool PreviewOnly { get; init; }

    /// <summary>Goes without the preview, and without the question.</summary>
    public bool SkipPreview { get; init; }

    /// <summary>Goes without the question.</summary>
    public bool Yes { get; init; }

    /// <summary>Prints JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Prints no dots while nothing happens.</summary>
    public bool SuppressProgress { get; init; }

    /// <summary>Prints the tree of property changes.</summary>
    public bool Diff { get; init; }

    /// <summary>Stack named by the user; null if none.</summary>
    public string? Stack { get; init; }

    /// <summary>Most steps at once; null for the engine's own number.</summary>
    public int? Parallel { get; init; }

    /// <summary>Goes on after a failed step with those that do not need it.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>Any change is a failure.</summary>
    public bool ExpectNoChanges { get; init; }

    /// <summary>File that gets every event; null for none.</summary>
    public string? EventLog { get; init; }

    /// <summary>What the user says about the operation.</summary>
    public string Message { get; init; } = "";

    /// <summary>Values to set in the stack's configuration first: <c>key=value</c>.</summary>
    public IReadOnlyList<string> Config { get; init; } = [];

    /// <summary>Removes the stack after a good destroy.</summary>
    public bool Remove { get; init; }

    /// <summary>What the views show; project, stack and kind are filled in later.</summary>
    public DisplayOptions Display { get; init; } = new("", "", OperationKind.Update, true);

    /// <summary>The word for the operation in sentences.</summary>
    public string Word => Kind switch
    {
        DeploymentKind.Destroy => "destroy",
        DeploymentKind.Refresh => "refresh",
        _ => "update",
    };
}
