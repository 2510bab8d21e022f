namespace Pulumi;

/// <summary>A file, a text, or a collection of them.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string field, object value)
    {
        Field = field;
        Value = value ?? throw new ArgumentNullException(field);
    }

    /// <summary>Name of the wire field that says where the content is: text, path, uri or assets.</summary>
    internal string Field { get; }

    internal object Value { get; }
}
