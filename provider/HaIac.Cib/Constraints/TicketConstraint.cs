using HaIac.Cib.Values;

namespace HaIac.Cib.Constraints;

/// <summary>Resources that run only where the cluster holds a ticket: in a group of clusters on several sites, only one has it at a time.</summary>
/// <remarks>
/// Either one <see cref="Resource"/>, or <see cref="ResourceSets"/>. Source: Pacemaker Explained, Multi-Site Clusters and Tickets, Configuring
/// Ticket Dependencies; constraints-3.9.rng element-rsc_ticket.
/// </remarks>
public sealed record TicketConstraint : CibConstraint
{
    /// <summary>The name of the ticket.</summary>
    public required string Ticket { get; init; }

    /// <summary>The resource that needs it (<c>rsc</c>). Default: null, the sets say which.</summary>
    public CibId? Resource { get; init; }

    /// <summary>The role that needs the ticket (<c>rsc-role</c>): with Promoted the resource may run without it, unpromoted.</summary>
    /// <value>Default: null, which Pacemaker takes for Started.</value>
    public ResourceRole? Role { get; init; }

    /// <summary>Several resources that need it; each set may have a role of its own. Default: none.</summary>
    public ValueList<ResourceSet> ResourceSets { get; init; } = [];

    /// <summary>What happens when the ticket is lost; null means stop, for the role Promoted demote.</summary>
    public TicketLossPolicy? LossPolicy { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<CibId> NamedResources() => ResourceSets.SelectMany(set => set.Members).Prepend(Resource).OfType<CibId>();

    /// <inheritdoc/>
    public override string Tag => "rsc_ticket";
}
