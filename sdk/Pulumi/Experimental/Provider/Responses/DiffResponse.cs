namespace Pulumi.Experimental.Provider;

/// <summary>What an update would change.</summary>
public sealed class DiffResponse
{
    /// <summary>Whether anything changes; null leaves it to the engine to compare old and new inputs.</summary>
    public bool? Changes { get; set; }

    /// <summary>Paths of the properties whose change forces a replacement.</summary>
    public IList<string>? Replaces { get; set; }

    /// <summary>Names of the outputs that keep their value, so that dependents need not become unknown in a preview.</summary>
    public IList<string>? Stables { get; set; }

    /// <summary>Whether a replacement deletes the old object first. Default: false.</summary>
    public bool DeleteBeforeReplace { get; set; }

    /// <summary>Names of the top-level properties that change.</summary>
    public IList<string>? Diffs { get; set; }

    /// <summary>Changes by property path. The engine shows these if this is set, even when it is empty.</summary>
    public IDictionary<string, PropertyDiff>? DetailedDiff { get; set; }
}
