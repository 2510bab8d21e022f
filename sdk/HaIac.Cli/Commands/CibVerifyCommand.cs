using System.CommandLine;
using HaIac.Cli.Cibs.Verifying;
using HaIac.Transport;
using HaIac.Transport.Addressing;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac cib verify</c>.</summary>
internal static class CibVerifyCommand
{
    /// <summary>The command.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var cib = CibCommand.Optional("A");
        var strict = new Option<bool>("--strict") { Description = "Warnings count as errors." };
        var json = new Option<bool>("--json", "-j") { Description = "Print JSON." };
        var command = new Command(
            "verify",
            "Say all that is wrong with a configuration: what haiac finds, and what Pacemaker's crm_verify says where it is installed. "
            + "Exit code 0: nothing, or warnings only; 1: errors; 2: could not be checked.") { cib, strict, json };
        command.SetAction((parsed, ct) => CibCommand.RunAsync(global, host, parsed, async verb =>
        {
            await using var input = await verb.Inputs.OpenAsync(parsed.GetValue(cib), ct);
            await using var here = input.Cluster is null ? CibTransports.Open(ClusterAddress.Parse("local:", verb.Host.Directory)) : null;
            var verdict = await Verdict.OfAsync(input.Document, input.Cluster ?? here!, ct);
            if (parsed.GetValue(json))
            {
                verb.Print(VerdictJson.Write(input.Name, verdict) + "\n");
            }
            else
            {
                var paper = verb.Paper();
                VerdictText.Write(paper, input.Name, verdict);
                verb.Print(paper.ToString());
            }

            return verdict.Errors > 0 || (parsed.GetValue(strict) && verdict.Warnings > 0) ? 1 : 0;
        }));
        return command;
    }
}
