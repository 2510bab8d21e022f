namespace Pulumi.Experimental.Provider;

/// <summary>An object that exists. Not in the official SDK.</summary>
/// <param name="id">Its id, as a read or an import takes it.</param>
/// <param name="name">A name for a person who chooses.</param>
public sealed class ListedResource(string id, string name)
{
    /// <summary>Its id, as a read or an import takes it.</summary>
    public string Id { get; } = id;

    /// <summary>A name for a person who chooses.</summary>
    public string Name { get; } = name;
}
