namespace Pulumi;

/// <summary>Stands for a resource of which only the URN is known: outputs may depend on it, nothing else.</summary>
internal sealed class DependencyResource : CustomResource
{
    public DependencyResource(string urn, string? id = null, bool idKnown = true)
        : base(urn, new Output<string>(new OutputData<string>([], id!, idKnown, false))) => HasId = id is not null || !idKnown;

    /// <summary>Whether the reference carried an id; components have none.</summary>
    public bool HasId { get; }
}
