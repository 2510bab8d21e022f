using System.Globalization;
using System.Text;
using Spectre.Console;

namespace HaIac.Cli.Printing;

/// <summary>Text for people, in colours where they are wanted. Collected and given out in one piece.</summary>
/// <remarks>What comes from outside may hold control characters, which a terminal would obey; they are shown as escapes instead.</remarks>
internal sealed class Paper
{
    private readonly StringWriter _text = new() { NewLine = "\n" };
    private readonly AnsiWriter? _coloured;

    /// <summary>An empty paper.</summary>
    /// <param name="coloured">Whether colours are used.</param>
    public Paper(bool coloured)
    {
        _coloured = coloured ? new(_text, new AnsiCapabilities { Ansi = true, ColorSystem = ColorSystem.Standard, Links = false, AlternateBuffer = false }) : null;
    }

    /// <summary>Whether colours are wanted: as <c>--color</c> says, else in a terminal unless <c>NO_COLOR</c> is set.</summary>
    /// <param name="host">The world.</param>
    /// <param name="option">The value of the option.</param>
    public static bool WantsColour(CliHost host, string? option) => option switch
    {
        "always" => true,
        "never" or "raw" => false,
        _ => host.OutputIsTerminal && string.IsNullOrEmpty(host.Environment("NO_COLOR")) && host.Environment("TERM") != "dumb",
    };

    /// <summary>Writes a piece of a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ink">What it is.</param>
    public Paper Write(string text, Ink ink = Ink.Plain)
    {
        var visible = Visible(text);
        if (_coloured is null || ink == Ink.Plain || visible.Length == 0)
            _text.Write(visible);
        else
            _coloured.Write(visible, StyleOf(ink));
        return this;
    }

    /// <summary>Ends the line, with a last piece.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ink">What it is.</param>
    public Paper Line(string text = "", Ink ink = Ink.Plain)
    {
        Write(text, ink);
        _text.WriteLine();
        return this;
    }

    /// <summary>All that was written.</summary>
    public override string ToString() => _text.ToString();

    private static Style StyleOf(Ink ink) => ink switch
    {
        Ink.Heading => new(decoration: Decoration.Bold),
        Ink.Name => new(Color.Teal),
        Ink.Faint => new(Color.Grey),
        Ink.Added => new(Color.Green),
        Ink.Removed or Ink.Error => new(Color.Maroon),
        Ink.Changed or Ink.Warning => new(Color.Olive),
        Ink.Operator => new(Color.Purple),
        _ => default,
    };

    /// <summary>A text without characters that a terminal would obey.</summary>
    private static string Visible(string text)
    {
        if (!text.Any(char.IsControl))
            return text;
        var visible = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\n' => visible.Append("\\n"),
                '\r' => visible.Append("\\r"),
                '\t' => visible.Append("\\t"),
                _ when char.IsControl(c) => visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => visible.Append(c),
            };
        }

        return visible.ToString();
    }
}
