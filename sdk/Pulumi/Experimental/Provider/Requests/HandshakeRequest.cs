namespace Pulumi.Experimental.Provider;

/// <summary>The first call of an engine. Not in the official SDK.</summary>
public sealed class HandshakeRequest
{
    /// <summary>Folder of the plugin; null if the provider was attached to instead of started.</summary>
    public string? RootDirectory { get; init; }

    /// <summary>Folder of the program, which is the working directory too; null if the provider was attached to.</summary>
    public string? ProgramDirectory { get; init; }
}
