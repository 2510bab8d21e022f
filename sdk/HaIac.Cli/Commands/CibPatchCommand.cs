using System.CommandLine;
using HaIac.Cib.Findings;
using HaIac.Cli.Cibs.Patching;
using HaIac.Cli.Cibs.Reading;
using HaIac.Transport.Failing;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac cib patch</c>.</summary>
internal static class CibPatchCommand
{
    private const int Refused = 1;

    /// <summary>The command.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var cib = new Argument<string>("A") { Description = $"What to change: {CibCommand.Kinds}.", HelpName = "A" };
        var patch = new Argument<string>("PATCH") { Description = "The patch in diff format 2, as haiac cib diff --patch and crm_diff write it: a file, or - for standard input.", HelpName = "PATCH" };
        var inPlace = new Option<bool>("--in-place", "-i") { Description = "Write the file anew instead of printing the result." };
        var yes = new Option<bool>("--yes", "-y") { Description = "Change the cluster without asking." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Tell what would change, and change nothing." };
        var ignoreVersion = new Option<bool>("--ignore-version") { Description = "Apply the patch whatever version it was made for." };
        var secrets = new Option<bool>("--show-secrets") { Description = "Show values of parameters that hold secrets in what is told about a change." };
        var command = new Command(
            "patch",
            "Apply a patch: to a file, and print the result; or to a cluster, after telling what will change and asking. A cluster is changed whole or not at all, and only if its "
            + "configuration is still the one that was read. Exit code 0: applied, or nothing to do; 1: refused, in conflict, or declined; 2: could not be read or reached.")
        { cib, patch, inPlace, yes, dryRun, ignoreVersion, secrets };
        command.SetAction((parsed, ct) => CibCommand.RunAsync(global, host, parsed, async verb =>
        {
            var target = parsed.GetValue(cib)!;
            CibInputs.NotTwice(target, parsed.GetValue(patch));
            var (name, _, text) = verb.Inputs.ReadText(parsed.GetValue(patch)!);
            await using var input = await verb.Inputs.OpenAsync(target, ct);
            try
            {
                var job = new PatchJob(verb, input, text, parsed.GetValue(ignoreVersion), parsed.GetValue(secrets));
                if (parsed.GetValue(dryRun))
                    return job.Preview();
                if (input.Cluster is not null)
                    return await job.ToClusterAsync(input.Cluster, parsed.GetValue(yes), ct) ? 0 : Refused;
                return parsed.GetValue(inPlace) ? job.ToFile(CibFormatCommand.FileOf(input)) : job.Print();
            }
            catch (CibException fault)
            {
                ErrorReport.Print(new CibException(fault.Finding with { Where = $"patch {name}: {fault.Finding.Where}" }), verb.Host);
                return Refused;
            }
            catch (TransportException fault) when (fault.Kind == TransportFailure.Refused || fault.Kind == TransportFailure.NotPermitted || fault.Kind == TransportFailure.Stale)
            {
                ErrorReport.Print(fault, verb.Host);
                return Refused;
            }
        }));
        return command;
    }
}
