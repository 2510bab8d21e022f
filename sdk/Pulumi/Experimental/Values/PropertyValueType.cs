namespace Pulumi.Experimental;

/// <summary>The kinds of property values.</summary>
public enum PropertyValueType
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A number; IEEE double, so integers are exact up to 2^53.</summary>
    Number,

    /// <summary>A text.</summary>
    String,

    /// <summary>A list.</summary>
    Array,

    /// <summary>Values by name.</summary>
    Map,

    /// <summary>A file.</summary>
    Asset,

    /// <summary>A collection of files.</summary>
    Archive,

    /// <summary>A reference to a resource.</summary>
    Resource,

    /// <summary>A value that is known only after the update.</summary>
    Computed,
}
