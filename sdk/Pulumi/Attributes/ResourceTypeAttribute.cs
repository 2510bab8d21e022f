namespace Pulumi;

/// <summary>
/// Names the type token of a resource class. When the engine returns a reference to a resource of that type, the program
/// gets an object of the class, filled by a look-up; without the mark it gets a resource that only knows URN and id.
/// Packages may derive an attribute of their own that sets the version.
/// </summary>
/// <param name="type">The type token, such as <c>haiac:cib:Primitive</c>.</param>
/// <param name="version">Version of the package that declares it; <c>null</c> for any.</param>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    /// <summary>The type token, <c>package:module:Name</c>.</summary>
    public string Type { get; } = type;

    /// <summary>Version of the package that declares the class; a reference to another version takes the newest class.</summary>
    public string? Version { get; } = version;
}
