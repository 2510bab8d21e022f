namespace Pulumi;

/// <summary>
/// Marks a struct as an open enumeration over text or numbers: it has a constructor that takes the underlying value
/// (it may be private) and an explicit conversion back to it.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
