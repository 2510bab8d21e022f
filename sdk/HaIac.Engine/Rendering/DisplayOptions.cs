namespace HaIac.Engine.Rendering;

/// <summary>What a view shows.</summary>
/// <param name="Project">Name of the project.</param>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Kind">Which operation runs.</param>
/// <param name="IsPreview">True if nothing is done.</param>
public sealed record DisplayOptions(string Project, string Stack, OperationKind Kind, bool IsPreview)
{
    /// <summary>Shows the configuration first. Default: no.</summary>
    public bool ShowConfig { get; init; }

    /// <summary>Shows resources that do not change. Default: no.</summary>
    public bool ShowSames { get; init; }

    /// <summary>Shows reads as rows. Default: as messages.</summary>
    public bool ShowReads { get; init; }

    /// <summary>Prints secrets in clear. Default: <c>[secret]</c>.</summary>
    public bool ShowSecrets { get; init; }

    /// <summary>Shows the parts of replacements in the diff view. Default: one step.</summary>
    public bool ShowReplacementSteps { get; init; }

    /// <summary>Prints long texts in full. Default: cut.</summary>
    public bool ShowFullOutput { get; init; }

    /// <summary>Leaves outputs out. Default: no.</summary>
    public bool SuppressOutputs { get; init; }

    /// <summary>Prints URNs in place of type and name. Default: no.</summary>
    public bool Urns { get; init; }

    /// <summary>Shows debug messages. Default: no.</summary>
    public bool Debug { get; init; }

    /// <summary>True if a refresh runs the program, which refreshes providers and the stack as well. Default: no.</summary>
    public bool RunsProgram { get; init; }

    /// <summary>Heading of the operation, without the stack's name.</summary>
    public string Label => (IsPreview, Kind) switch
    {
        (true, OperationKind.Update) => "Previewing update",
        (true, OperationKind.Refresh) => "Previewing refresh",
        (true, OperationKind.Destroy) => "Previewing destroy",
        (true, _) => "Previewing import",
        (false, OperationKind.Update) => "Updating",
        (false, OperationKind.Refresh) => "Refreshing",
        (false, OperationKind.Destroy) => "Destroying",
        _ => "Importing",
    };

    /// <summary>True if long texts are cut.</summary>
    internal bool CutsTexts => !ShowFullOutput && Kind is not (OperationKind.Refresh or OperationKind.Import);
}
