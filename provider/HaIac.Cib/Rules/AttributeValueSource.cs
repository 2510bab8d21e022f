namespace HaIac.Cib.Rules;

/// <summary>Where the right side of a comparison comes from (<c>value-source</c>); locations only.</summary>
public enum AttributeValueSource
{
    /// <summary><c>literal</c>: it is the value as it stands.</summary>
    Literal,

    /// <summary><c>param</c>: it names an instance attribute of the resource.</summary>
    Parameter,

    /// <summary><c>meta</c>: it names a meta attribute of the resource.</summary>
    MetaAttribute,
}
