using HaIac.Cib.Documents;
using HaIac.Cli.Printing;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Clusters;
using HaIac.Transport;
using HaIac.Transport.Committing;
using HaIac.Transport.Observing;

namespace HaIac.Cli.Clusters;

/// <summary>One change of a cluster as a whole: tells it, asks, makes it, waits, and tells what moved.</summary>
/// <param name="host">The world.</param>
/// <param name="transport">The cluster.</param>
/// <param name="settings">What the user gave.</param>
internal sealed class ChangeJob(CliHost host, ICibTransport transport, ChangeSettings settings)
{
    /// <summary>Runs the job.</summary>
    /// <param name="plan">Works the change out.</param>
    /// <param name="ct">Stops before the change; after it, stops the waiting.</param>
    /// <returns>Exit code: 0 done or nothing to do, 1 declined.</returns>
    public async Task<int> RunAsync(Func<CibDocument, ClusterStatus, ClusterChange> plan, CancellationToken ct)
    {
        var before = await transport.StatusAsync(ct);
        var change = plan(await transport.ReadAsync(ct), before);
        if (change.IsEmpty)
        {
            Tell(change.Notes);
            return 0;
        }

        host.Out.WriteLine($"On {transport.Address}:");
        foreach (var step in change.Steps)
            host.Out.WriteLine($"  {step}");
        if (settings.DryRun)
        {
            Tell([.. Remarks(change)]);
            host.Out.WriteLine("Nothing was written.");
            return 0;
        }

        if (!settings.Yes && !Confirmed())
        {
            host.Out.WriteLine("Declined; nothing was written.");
            return 1;
        }

        var patience = new AwaitSettings { Clock = host.Clock };
        await using var committer = new CibCommitter(transport);
        var changer = new ClusterChanger(transport, committer, patience);
        var byHand = await changer.MakeAsync(change, ct);
        host.Out.WriteLine("Done.");
        if (!settings.NoWait)
        {
            var after = await changer.WaitAsync(doing => host.Out.WriteLine($"  {doing} ..."), ct);
            Tell([.. Placement.Moves(before, after)]);
        }

        Tell([.. byHand, .. Remarks(change)]);
        return 0;
    }

    private IEnumerable<string> Remarks(ClusterChange change) => transport.IsVirtual ? change.Notes : change.OnNodes.Concat(change.Notes);

    private bool Confirmed()
    {
        if (!host.IsTerminal)
            throw CliHost.NobodyToAsk($"The change of {transport.Address} is not confirmed.", "Look at it with --dry-run, then give --yes.", 1);
        return Prompt.Choose(host, $"Do you want to change {transport.Address} like this?", ["yes", "no"], "no") == "yes";
    }

    private void Tell(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            host.Out.WriteLine($"  {line}");
    }
}
