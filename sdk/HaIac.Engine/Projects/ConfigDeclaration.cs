namespace HaIac.Engine.Projects;

/// <summary>What the project file says about one configuration key.</summary>
/// <param name="Key">Full key.</param>
/// <param name="Value">Value or default; null if the stack must set it.</param>
public sealed record ConfigDeclaration(string Key, ConfigNode? Value)
{
    /// <summary><c>string</c>, <c>integer</c>, <c>boolean</c>, <c>array</c> or <c>object</c>; null if any will do.</summary>
    public string? Type { get; init; }

    /// <summary>True if the stack must hold it encrypted.</summary>
    public bool IsSecret { get; init; }
}
