namespace HaIac.Cib.Rules;

/// <summary>Conditions on agents and operations that cannot hold together.</summary>
internal static class AgentContradiction
{
    public static string? Find(IReadOnlyList<RuleExpression> allOf)
    {
        var resources = allOf.OfType<ResourceExpression>().ToList();
        var operations = allOf.OfType<OperationExpression>().ToList();
        return WithoutProvider(resources)
            ?? Differing(resources, resource => resource.Standard)
            ?? Differing(resources, resource => resource.Provider)
            ?? Differing(resources, resource => resource.Type)
            ?? Differing(operations, operation => operation.Name)
            ?? Differing(operations, operation => operation.Interval?.Value.ToString());
    }

    /// <summary>Only OCF agents have a provider; parts may come from several conditions.</summary>
    private static string? WithoutProvider(List<ResourceExpression> resources) =>
        resources.Find(resource => resource.Provider is { Length: > 0 }) is { } named
        && resources.Find(resource => resource.Standard is { Length: > 0 } standard && !standard.Equals("ocf", StringComparison.OrdinalIgnoreCase)) is { } other
            ? ReferenceEquals(named, other)
                ? $"\"{named}\" asks for a provider, which agents of standard {other.Standard} do not have"
                : $"\"{named}\" and \"{other}\" exclude each other: agents of standard {other.Standard} have no provider"
            : null;

    private static string? Differing<T>(List<T> expressions, Func<T, string?> part)
        where T : RuleExpression
    {
        var first = expressions.Find(expression => part(expression) is not null);
        return first is not null && expressions.Find(expression => part(expression) is { } text && !text.Equals(part(first), StringComparison.OrdinalIgnoreCase)) is { } other
            ? $"\"{first}\" and \"{other}\" exclude each other"
            : null;
    }
}
