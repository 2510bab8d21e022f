namespace HaIac.CommandProvider.Packaging;

/// <summary>What a property holds.</summary>
internal enum FieldKind
{
    Text,
    Flag,
    Integer,
    Number,
    TextList,
    TextMap,
    AnyList,
    Logging,
    Connection,
    Proxy,

    /// <summary>An asset or an archive.</summary>
    File,
    Archive,
    AssetMap,
}
