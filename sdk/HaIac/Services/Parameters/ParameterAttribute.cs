namespace HaIac;

/// <summary>Marks a property of a <see cref="PacemakerClass"/> that is filled from the user's <see cref="ResourceHash"/>.</summary>
/// <remarks>
/// The type of the property says what is accepted: string, int, long, double, bool, <see cref="TimeSpan"/>, an enum, <see cref="Score"/>, their nullable
/// forms, and <c>Input&lt;string&gt;</c> for values that may be secret or known only after up. The initializer is the default.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute : Attribute
{
    /// <summary>Name of the parameter.</summary>
    /// <value>Default: the property's name in kebab-case.</value>
    public string? Name { get; set; }

    /// <summary>Whether the user must set it.</summary>
    /// <value>Default: false.</value>
    public bool Required { get; set; }
}
