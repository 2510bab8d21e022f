using System.CommandLine;
using HaIac.Cli.Cibs.Formatting;
using HaIac.Cli.Cibs.Reading;
using HaIac.Engine.State;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac cib format</c>.</summary>
internal static class CibFormatCommand
{
    /// <summary>The command.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var cib = CibCommand.Optional("A");
        var inPlace = new Option<bool>("--in-place", "-i") { Description = "Write the file anew instead of printing." };
        var check = new Option<bool>("--check") { Description = "Print nothing; exit code 0: formatted already, 1: not." };
        var command = new Command(
            "format",
            "Print a CIB in one layout: an element per line, attributes in one order. Nothing that has a meaning changes; secrets are printed as they are.") { cib, inPlace, check };
        command.SetAction((parsed, ct) => CibCommand.RunAsync(global, host, parsed, async verb =>
        {
            await using var input = await verb.Inputs.OpenAsync(parsed.GetValue(cib), ct);
            var text = AttributeOrder.Apply(input.Document).ToXml();
            var isFormatted = text == input.Text;
            if (parsed.GetValue(check))
                return isFormatted ? 0 : 1;
            if (parsed.GetValue(inPlace))
            {
                if (!isFormatted)
                    TextFile.Write(FileOf(input), input.Name, text);
            }
            else
            {
                verb.Print(text);
            }

            return 0;
        }));
        return command;
    }

    /// <summary>The file to write; a cluster or standard input has none.</summary>
    /// <param name="input">What was read.</param>
    /// <exception cref="StateException">It is no file.</exception>
    internal static string FileOf(CibInput input) => input.Path ?? throw new StateException(
        "HAI1605", "Nothing to write to", $"{input.Name} is no file.", "option --in-place", "Only a file can be written in its place.", "Leave --in-place out, or name a file.");
}
