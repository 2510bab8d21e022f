namespace Pulumi.Testing;

/// <summary>The deployment that a program under test believes to be in.</summary>
public class TestOptions
{
    /// <summary>Name of the project; default: <c>project</c>.</summary>
    public string? ProjectName { get; set; }

    /// <summary>Name of the stack; default: <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>
    /// Whether the run is a preview; default: yes. In a preview, outputs that the mocks do not set are unknown, and nothing
    /// derived from them runs.
    /// </summary>
    public bool? IsPreview { get; set; }

    /// <summary>Name of the organization; default: <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>Folder of the project file; default: none.</summary>
    public string? RootDirectory { get; set; }
}
