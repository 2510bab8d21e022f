namespace Pulumi;

/// <summary>A single file or text as a value of a resource.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset()
    {
    }
}
