namespace Pulumi;

/// <summary>A collection of files as a value of a resource.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive()
    {
    }
}
