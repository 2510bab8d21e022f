namespace Pulumi.Experimental.Provider;

/// <summary>The first call of an engine. Not in the official SDK.</summary>
public sealed class HandshakeRequest
{
    /// <summary>Folder of the plugin; null if the provider was attached to instead of started.</summary>
    public string? RootDirectory { get; init; }

    /// <summary>Folder of the program, which is the working directory too; null if the provider was attached to.</summary>
    public string? ProgramDirectory { get; init; }

    /// <summary>Whether the configure call will tell URN, id, name and type of the provider resource.</summary>
    public bool ConfigureWithUrn { get; init; }

    /// <summary>Whether the engine shows objects that a resource is made of as resources of their own.</summary>
    public bool SupportsViews { get; init; }

    /// <summary>Whether the engine heeds a wish to read an object before it updates it.</summary>
    public bool SupportsRefreshBeforeUpdate { get; init; }

    /// <summary>Whether function calls tell whether they are made in a preview.</summary>
    public bool InvokeWithPreview { get; init; }
}
