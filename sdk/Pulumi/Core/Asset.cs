namespace Pulumi;

/// <summary>A single file or text that is handed to a provider.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string field, object value)
        : base(field, value)
    {
    }
}
