using System.Reflection;

namespace Pulumi.Experimental.Provider;

/// <summary>Works out the schema of a package from classes of components.</summary>
/// <remarks>
/// Inputs are the members of the args class that are marked with <see cref="InputAttribute"/>, outputs the properties of the component
/// that are marked with <see cref="OutputAttribute"/>. An input is required if its mark says so; an output if its type cannot be null.
/// Classes and enums on the way become types of the package; resource classes become references, by their
/// <see cref="ResourceTypeAttribute"/>. Descriptions are the summaries of the XML documentation, if it lies beside the assembly.
/// </remarks>
public sealed class ComponentAnalyzer
{
    private ComponentAnalyzer()
    {
    }

    /// <summary>Works out the schema of all components of an assembly.</summary>
    /// <param name="metadata">What the package calls itself.</param>
    /// <param name="assembly">The assembly; abstract classes and stacks in it are left out.</param>
    /// <exception cref="ArgumentException">There is nothing to describe, or a class cannot be described; the text names every member in the way.</exception>
    public static PackageSpec GenerateSchema(Metadata metadata, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return GenerateSchema(metadata, ComponentClass.In(assembly).ToArray());
    }

    /// <summary>Works out the schema of some components.</summary>
    /// <param name="metadata">What the package calls itself.</param>
    /// <param name="componentTypes">Their classes.</param>
    /// <exception cref="ArgumentException">There is nothing to describe, or a class cannot be described; the text names every member in the way.</exception>
    public static PackageSpec GenerateSchema(Metadata metadata, params Type[] componentTypes)
    {
        PackageNames.ThrowIfUnusable(metadata);
        ArgumentNullException.ThrowIfNull(componentTypes);
        return componentTypes.Length > 0
            ? new SchemaInference(metadata, componentTypes).Of(componentTypes)
            : throw new ArgumentException("A package needs at least one component: a public class that derives from ComponentResource.", nameof(componentTypes));
    }

    /// <summary>Finds the class of a component.</summary>
    /// <param name="name">Name of the class, as in the last part of its type token.</param>
    /// <param name="assembly">Where to look.</param>
    /// <param name="componentTypes">Where to look first, if anywhere.</param>
    /// <returns>The class; null if there is none.</returns>
    public static Type? FindComponentType(string name, Assembly assembly, Type[]? componentTypes = null) =>
        componentTypes?.FirstOrDefault(t => t.Name == name) ?? ComponentClass.In(assembly).FirstOrDefault(t => t.Name == name);
}
