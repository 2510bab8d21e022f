namespace HaIac.Cib.Rules;

/// <summary>How an attribute of a node is compared (<c>operation</c> of an expression).</summary>
public enum AttributeComparison
{
    /// <summary><c>eq</c>: equal.</summary>
    Equal,

    /// <summary><c>ne</c>: not equal; holds where the node lacks the attribute, too.</summary>
    NotEqual,

    /// <summary><c>lt</c>: less.</summary>
    Less,

    /// <summary><c>lte</c>: less or equal.</summary>
    LessOrEqual,

    /// <summary><c>gt</c>: greater.</summary>
    Greater,

    /// <summary><c>gte</c>: greater or equal.</summary>
    GreaterOrEqual,

    /// <summary><c>defined</c>: the node has the attribute.</summary>
    Defined,

    /// <summary><c>not_defined</c>: the node lacks it.</summary>
    NotDefined,
}
