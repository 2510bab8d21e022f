namespace Pulumi.Command;

/// <summary>Settings of <see cref="Provider"/>. The package has none.</summary>
public sealed class ProviderArgs : ResourceArgs
{
    /// <summary>No settings.</summary>
    public static new ProviderArgs Empty => new();
}
