namespace Pulumi;

/// <summary>Stands for a provider of which only the reference <c>urn::id</c> is known.</summary>
internal sealed class DependencyProviderResource : ProviderResource
{
    private DependencyProviderResource(string urn, string id)
        : base(urn, Output.Create(id))
    {
    }

    public static DependencyProviderResource FromReference(string reference)
    {
        var at = reference.LastIndexOf("::", StringComparison.Ordinal);
        return at > 0
            ? new DependencyProviderResource(reference[..at], reference[(at + 2)..])
            : throw new FormatException($"'{reference}' is no reference to a provider; those have the form urn::id.");
    }
}
