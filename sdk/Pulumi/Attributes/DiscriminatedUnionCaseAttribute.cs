namespace Pulumi;

/// <summary>
/// One case of a union of classes: the class that a returned value becomes when its discriminating field has a certain
/// text. It stands on the interface that also has <see cref="DiscriminatedUnionDiscriminatorAttribute"/>, once per case.
/// </summary>
/// <param name="tag">Text of the discriminating field.</param>
/// <param name="type">The class it means: one marked <see cref="OutputTypeAttribute"/> that implements the interface.</param>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class DiscriminatedUnionCaseAttribute(string tag, Type type) : Attribute
{
    /// <summary>Text of the discriminating field that chooses this case; compared exactly, capitals included.</summary>
    public string Tag { get; } = tag;

    /// <summary>The class that values of this case become.</summary>
    public Type Type { get; } = type;
}
