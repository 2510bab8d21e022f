using HaIac.Cib.Checking;
using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Writing;
using HaIac.Cli.Cibs.Differing;
using HaIac.Cli.Cibs.Reading;
using HaIac.Cli.Cibs.Verifying;
using HaIac.Cli.Commands;
using HaIac.Cli.Printing;
using HaIac.Transport;
using HaIac.Transport.Failing;

namespace HaIac.Cli.Cibs.Patching;

/// <summary>One patch on one CIB.</summary>
/// <param name="verb">The world, and how to print.</param>
/// <param name="input">What is to be changed, as it was read.</param>
/// <param name="patch">The patch.</param>
/// <param name="ignoreVersion">Whether the version that it was made for counts.</param>
/// <param name="showSecrets">Whether secrets are shown in what is told about it.</param>
internal sealed class PatchJob(CibVerb verb, CibInput input, string patch, bool ignoreVersion, bool showSecrets)
{
    private readonly CibDocument _patched = CibPatcher.Apply(input.Document, patch, ignoreVersion);

    /// <summary>Prints the patched CIB.</summary>
    public int Print()
    {
        verb.Print(_patched.ToXml());
        return 0;
    }

    /// <summary>Stores the patched CIB in the file.</summary>
    /// <param name="path">The file.</param>
    public int ToFile(string path)
    {
        if (!IsSame)
            TextFile.Write(path, input.Name, _patched.ToXml());
        return Tell("Nothing to do", $"Written to {input.Name}");
    }

    /// <summary>Tells what would change.</summary>
    public int Preview() => Tell("Nothing would change", "Nothing was written");

    /// <summary>Tells what will change, asks, and changes the cluster; false when the user declined.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="yes">Whether not to ask.</param>
    /// <param name="ct">Ends it before it is on its way.</param>
    /// <exception cref="TransportException">The cluster refuses, or its configuration changed.</exception>
    public async Task<bool> ToClusterAsync(ICibTransport cluster, bool yes, CancellationToken ct)
    {
        if (IsSame)
        {
            verb.Print($"Nothing to do: {cluster.Address} is as the patch wants it.\n");
            return true;
        }

        var paper = verb.Paper();
        Changes(paper);
        NewFaults(paper);
        verb.Print(paper.ToString());
        if (!yes && !Confirmed(cluster.Address))
        {
            verb.Print("Declined; nothing was written.\n");
            return false;
        }

        await SendAsync(cluster, ct);
        verb.Print($"Applied to {cluster.Address}.\n");
        return true;
    }

    private bool IsSame => PatchWriter.Write(input.Document, _patched, pinned: false).Length == 0;

    private async Task SendAsync(ICibTransport cluster, CancellationToken ct)
    {
        try
        {
            await cluster.PatchAsync(new CibPatch { Before = input.Document, After = _patched, Xml = PatchWriter.Write(input.Document, _patched, pinned: true) }, ct);
        }
        catch (TransportException stale) when (stale.Kind == TransportFailure.Stale)
        {
            throw Conflict(cluster.Address, input.Document, await cluster.ReadAsync(ct), stale);
        }
    }

    private static TransportException Conflict(string address, CibDocument before, CibDocument now, TransportException stale) => new(
        TransportFailure.Stale,
        $"The configuration was version {before.Version} when it was read and is {now.Version} now; nothing was written.",
        $"cluster {address}; last {now.LastWriter}",
        "Somebody changed it meanwhile, so what was told about the change may not hold any more.",
        "Run the command again; it tells anew what will change.",
        stale)
    {
        Exit = stale.Exit,
    };

    private bool Confirmed(string address)
    {
        if (!verb.Host.IsTerminal)
            throw CliHost.NobodyToAsk($"The change of {address} is not confirmed.", "Look at it with --dry-run, then give --yes.", CibCommand.CouldNot);
        return Prompt.Choose(verb.Host, $"Do you want to change {address} like this?", ["yes", "no"], "no") == "yes";
    }

    private int Tell(string nothing, string done)
    {
        var paper = verb.Paper();
        if (IsSame)
        {
            paper.Line($"{nothing}: {input.Name} is as the patch wants it.");
        }
        else
        {
            Changes(paper);
            NewFaults(paper);
            paper.Line($"{done}.");
        }

        verb.Print(paper.ToString());
        return 0;
    }

    private void Changes(Paper paper)
    {
        var comparison = DocumentComparer.Compare(input.Document, _patched);
        if (comparison.IsEmpty)
            paper.Line("Only spelling changes; it means the same.");
        else
            new ComparisonText(paper, showSecrets).Write(comparison);
    }

    /// <summary>What would be wrong afterwards and is not now.</summary>
    private void NewFaults(Paper paper)
    {
        var known = CrossChecker.Check(input.Document).Select(finding => (finding.Code, finding.Subject, finding.Attribute)).ToHashSet();
        foreach (var finding in CrossChecker.Check(_patched).Where(finding => finding.Severity == FindingSeverity.Error && !known.Contains((finding.Code, finding.Subject, finding.Attribute))))
            VerdictText.Finding(paper, finding);
    }
}
