using HaIac.Cli.Cibs.Reading;
using HaIac.Cli.Printing;

namespace HaIac.Cli.Commands;

/// <summary>What every verb of <c>haiac cib</c> works with.</summary>
/// <param name="Host">The world.</param>
/// <param name="Inputs">Opens CIBs.</param>
/// <param name="Colour">The value of <c>--color</c>.</param>
internal sealed record CibVerb(CliHost Host, CibInputs Inputs, string? Colour)
{
    /// <summary>Paper for standard output.</summary>
    public Paper Paper() => new(Printing.Paper.WantsColour(Host, Colour));

    /// <summary>Gives a text out, in one piece.</summary>
    /// <param name="text">The text, with its last line end.</param>
    public void Print(string text) => Host.Out.Write(text);
}
