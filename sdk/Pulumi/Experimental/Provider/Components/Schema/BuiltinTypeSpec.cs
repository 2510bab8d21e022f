namespace Pulumi.Experimental.Provider;

/// <summary>Names of the types that every schema knows.</summary>
public static class BuiltinTypeSpec
{
    /// <summary>Values by name.</summary>
    public const string Object = "object";

    /// <summary>A text.</summary>
    public const string String = "string";

    /// <summary>A whole number; exact up to 2^53.</summary>
    public const string Integer = "integer";

    /// <summary>A number; IEEE double.</summary>
    public const string Number = "number";

    /// <summary>True or false.</summary>
    public const string Boolean = "boolean";
}
