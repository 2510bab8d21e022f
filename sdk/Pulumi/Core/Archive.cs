namespace Pulumi;

/// <summary>A collection of files that is handed to a provider.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(string field, object value)
        : base(field, value)
    {
    }
}
