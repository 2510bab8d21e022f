using System.Diagnostics;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;

namespace EndToEnd.Writers;

/// <summary>One writer: makes the writes of its plan one after the other and tells what became of each.</summary>
internal sealed class Writer(WritePlan plan, ICibCommitter committer)
{
    public async Task RunAsync()
    {
        var number = 0;
        foreach (var write in plan.Writes())
        {
            var watch = Stopwatch.StartNew();
            var (outcome, receipt, message) = await CommitAsync(write);
            if (outcome == WriteOutcome.Written)
            {
                plan.Succeeded(write);
            }
            else
            {
                plan.DidNotSucceed(write);
            }

            Report.Print(new WriteRecord(
                plan.Name, ++number, write.What, write.Possible, outcome, receipt?.Attempts ?? 0, receipt?.Callers ?? 0, watch.Elapsed.TotalSeconds, message));
        }

        Report.Print(plan.Expect());
    }

    private async Task<(WriteOutcome Outcome, CommitReceipt? Receipt, string? Message)> CommitAsync(PlannedWrite write)
    {
        try
        {
            return (WriteOutcome.Written, await committer.CommitAsync(write.Edits), null);
        }
        catch (CommitException refused)
        {
            return (WriteOutcome.Refused, null, refused.Message);
        }
        catch (TransportException failed)
        {
            return (failed.OutcomeUnknown ? WriteOutcome.InDoubt : WriteOutcome.Failed, null, failed.Message);
        }
    }
}
