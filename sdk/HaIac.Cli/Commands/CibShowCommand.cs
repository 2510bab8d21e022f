using System.CommandLine;
using HaIac.Cib.Documents;
using HaIac.Cli.Cibs.Reading;
using HaIac.Cli.Cibs.Showing;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac cib show</c>.</summary>
internal static class CibShowCommand
{
    /// <summary>The command.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Create(GlobalOptions global, CliHost host)
    {
        var cib = CibCommand.Optional("A");
        var ids = new Argument<string[]>("ID") { Description = "Show only these objects, and what names them.", Arity = ArgumentArity.ZeroOrMore, HelpName = "ID" };
        var secrets = new Option<bool>("--show-secrets") { Description = "Show values of parameters that hold secrets (passwd, token, ...); otherwise they are [secret]." };
        var json = new Option<bool>("--json", "-j") { Description = "Print JSON." };
        var xml = new Option<bool>("--xml") { Description = "Print XML; with masked secrets it is no copy to restore from." };
        var command = new Command(
            "show",
            "Show a configuration as operators read it: resources with agents, parameters and operations, constraints in words, options, nodes, and what operators "
            + "set by hand apart. Exit code 0, or 2 if it cannot be read.") { cib, ids, secrets, json, xml };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(xml))
                result.AddError("--json and --xml exclude each other");
        });
        command.SetAction((parsed, ct) => CibCommand.RunAsync(global, host, parsed, async verb =>
        {
            await using var input = await verb.Inputs.OpenAsync(parsed.GetValue(cib), ct);
            var chosen = parsed.GetValue(ids) is { Length: > 0 } named ? ShownObjects.Of(input.Document, input.Name, named) : null;
            var text = parsed.GetValue(json) ? ConfigurationJson.Write(input, chosen, parsed.GetValue(secrets))
                : parsed.GetValue(xml) ? Xml(input, chosen, parsed.GetValue(secrets))
                : Text(verb, input, chosen, parsed.GetValue(secrets));
            verb.Print(text);
            return 0;
        }));
        return command;
    }

    private static string Text(CibVerb verb, CibInput input, IReadOnlyList<CibElement>? chosen, bool showSecrets)
    {
        var paper = verb.Paper();
        var text = new ConfigurationText(new Page(paper, showSecrets), input.Document);
        if (chosen is not null)
        {
            text.Write(chosen);
            return paper.ToString();
        }

        paper.Write($"CIB of {input.Name}", Printing.Ink.Heading).Write(": ");
        text.Write(paper);
        return paper.ToString();
    }

    private static string Xml(CibInput input, IReadOnlyList<CibElement>? chosen, bool showSecrets) => chosen is null
        ? (showSecrets ? input.Document : SecretMask.Apply(input.Document)).ToXml()
        : string.Concat(chosen.Select(item => (showSecrets ? item : SecretMask.Apply(item)).ToXml()));
}
