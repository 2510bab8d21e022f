namespace Pulumi.Experimental.Provider;

/// <summary>The result of a method.</summary>
/// <param name="return">The result.</param>
/// <param name="failures">What is wrong with the arguments.</param>
/// <param name="returnDependencies">URNs that each property of the result depends on.</param>
public sealed class CallResponse(
    IDictionary<string, PropertyValue>? @return, IList<CheckFailure>? failures, IDictionary<string, ISet<Urn>> returnDependencies)
{
    /// <summary>The result.</summary>
    public IDictionary<string, PropertyValue>? Return { get; init; } = @return;

    /// <summary>URNs that each property of the result depends on.</summary>
    public IDictionary<string, ISet<Urn>> ReturnDependencies { get; init; } = returnDependencies;

    /// <summary>What is wrong with the arguments.</summary>
    public IList<CheckFailure>? Failures { get; init; } = failures;
}
