namespace Pulumi;

/// <summary>Names the type token of a resource class, so that references to such resources can be read back.</summary>
/// <param name="type">The type token, such as <c>haiac:cib:Primitive</c>.</param>
/// <param name="version">Version of the package that declares it; <c>null</c> for any.</param>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    /// <summary>The type token.</summary>
    public string Type { get; } = type;

    /// <summary>Version of the package; <c>null</c> for any.</summary>
    public string? Version { get; } = version;
}
