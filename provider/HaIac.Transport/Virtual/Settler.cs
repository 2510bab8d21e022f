using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Simulating;
using HaIac.Transport.Tooling;

namespace HaIac.Transport.Virtual;

/// <summary>Lets Pacemaker's scheduler run transitions until nothing is left to do, as the controller of a real cluster does.</summary>
/// <param name="tools">The tools of this host.</param>
internal sealed class Settler(ClusterTools tools)
{
    // One transition does the work, a second one may promote; more are needed only after failures. The limit is for loops in a configuration.
    private const int MaxTransitions = 10;

    /// <summary>Runs transitions.</summary>
    /// <param name="cib">The document to start from.</param>
    /// <param name="events">What happens first, as options of crm_simulate.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>All actions of all transitions, and the state after the last one.</returns>
    public async Task<Simulation> SettleAsync(CibDocument cib, IEnumerable<string> events, CancellationToken cancellationToken)
    {
        var actions = new List<SimulatedAction>();
        var wishing = PromotionWishes.Express(cib);
        Simulation last;
        var round = 0;
        do
        {
            last = await tools.SimulateAsync(wishing.ToXml(), round == 0 ? events : [], cancellationToken).ConfigureAwait(false);
            last = last with { ResultingCib = GuestNodes.Settle(cib, AgentHistory.Follow(last.ResultingCib, last.Actions)) };
            actions.AddRange(last.Actions);
            wishing = PromotionWishes.Express(last.ResultingCib);
            round++;
        }
        while (round < MaxTransitions && !ReferenceEquals(wishing, last.ResultingCib));

        return last with
        {
            Actions = actions.ToValueList(),
            ResultingCib = Membership.Elect(last.ResultingCib),
        };
    }
}
