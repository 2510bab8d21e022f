namespace Pulumi;

/// <summary>Says which type of a union stands behind one value of the discriminating field.</summary>
/// <param name="discriminatorValue">Value of the field.</param>
/// <param name="caseType">The type it means.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class DiscriminatedUnionCaseAttribute(string discriminatorValue, Type caseType) : Attribute
{
    /// <summary>Value of the field.</summary>
    public string DiscriminatorValue { get; } = discriminatorValue;

    /// <summary>The type it means.</summary>
    public Type CaseType { get; } = caseType;
}
