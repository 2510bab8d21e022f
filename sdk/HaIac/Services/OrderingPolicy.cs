namespace HaIac;

/// <summary>Which order constraints a service gets towards the services that it starts after.</summary>
/// <remarks>Source: Pacemaker Explained, Ordering: <c>kind</c>.</remarks>
public enum OrderingPolicy
{
    /// <summary>The order counts when both start in the same transition; a restart of the first leaves the second alone. The default.</summary>
    Optional,

    /// <summary>The second runs only while the first does; a restart of the first restarts the second.</summary>
    Strict,

    /// <summary>No constraint; the services find each other by retrying.</summary>
    None,
}
