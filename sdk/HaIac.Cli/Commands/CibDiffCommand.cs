using System.CommandLine;
using HaIac.Cib.Comparing.Differences;
using HaIac.Cib.Planning.Steps;
using HaIac.Cib.Values;
using HaIac.Cli.Cibs.Differing;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac cib diff</c>.</summary>
internal static class CibDiffCommand
{
    /// <summary>The command.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var one = new Argument<string>("A") { Description = $"The earlier CIB: {CibCommand.Kinds}.", HelpName = "A" };
        var other = new Argument<string?>("B") { Description = "The later CIB, likewise. Without it the cluster of the stack.", Arity = ArgumentArity.ZeroOrOne, HelpName = "B" };
        var patch = new Option<bool>("--patch", "-p") { Description = "Print the patch (diff format 2) that leads from A to B, for cibadmin --patch or haiac cib patch; secrets are in it." };
        var pinned = new Option<bool>("--pinned") { Description = "Let the patch apply to exactly the version of A." };
        var ignore = new Option<bool>("--ignore-operator-state") { Description = "What operators set by hand (target-role, is-managed, maintenance, standby, moves and bans) makes no difference." };
        var secrets = new Option<bool>("--show-secrets") { Description = "Show values of parameters that hold secrets." };
        var json = new Option<bool>("--json", "-j") { Description = "Print JSON." };
        var command = new Command(
            "diff",
            "Tell what differs between two configurations by meaning: 60s is 1min, the order of attributes does not count, the order of group members does. "
            + "+ added, - removed, ~ changed, > moved. Exit code 0: they mean the same; 1: they differ; 2: error.") { one, other, patch, pinned, ignore, secrets, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(patch))
                result.AddError("--json and --patch exclude each other");
            if (result.GetValue(ignore) && result.GetValue(patch))
                result.AddError("--ignore-operator-state and --patch exclude each other: a patch without it would not lead to B");
        });
        command.SetAction((parsed, ct) => CibCommand.RunAsync(global, host, parsed, async verb =>
        {
            var (before, after) = await verb.Inputs.OpenAsync(parsed.GetValue(one)!, parsed.GetValue(other), ct);
            await using var first = before;
            await using var second = after;
            if (parsed.GetValue(patch))
            {
                var plan = CibPlanner.Plan(before.Document, after.Document);
                verb.Print(parsed.GetValue(pinned) ? plan.PinnedPatch : plan.Patch);
                return plan.IsEmpty ? 0 : 1;
            }

            var comparison = Relevant(DocumentComparer.Compare(before.Document, after.Document), parsed.GetValue(ignore));
            if (parsed.GetValue(json))
            {
                verb.Print(ComparisonJson.Write(before.Name, after.Name, comparison, parsed.GetValue(secrets)));
            }
            else if (!comparison.IsEmpty)
            {
                var paper = verb.Paper();
                paper.Write("--- ", Printing.Ink.Removed).Line($"{before.Name}, version {before.Document.Version}")
                    .Write("+++ ", Printing.Ink.Added).Line($"{after.Name}, version {after.Document.Version}").Line();
                new ComparisonText(paper, parsed.GetValue(secrets)).Write(comparison);
                verb.Print(paper.ToString());
            }

            return comparison.IsEmpty ? 0 : 1;
        }));
        return command;
    }

    private static DocumentComparison Relevant(DocumentComparison comparison, bool ignoresOperatorState) => !ignoresOperatorState
        ? comparison
        : new(comparison.Objects.Where(item => !item.IsOperatorStateOnly).Select(item => item with { OperatorState = [] }).ToValueList());
}
