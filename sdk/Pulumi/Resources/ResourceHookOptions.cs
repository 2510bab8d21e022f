namespace Pulumi;

/// <summary>When a hook runs and what its failure means.</summary>
public class ResourceHookOptions
{
    /// <summary>Whether the hook also runs in previews; default: no.</summary>
    public bool? OnDryRun { get; set; }

    /// <summary>Whether a failure of the hook is only reported; default: no.</summary>
    public bool? IgnoreErrors { get; set; }
}
