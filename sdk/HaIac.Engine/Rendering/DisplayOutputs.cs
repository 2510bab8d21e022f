namespace HaIac.Engine.Rendering;

/// <summary>What all outputs can do.</summary>
internal static class DisplayOutputs
{
    /// <summary>Prints a text of several lines; its last line break ends the last line.</summary>
    /// <param name="output">Takes the text.</param>
    /// <param name="text">The text.</param>
    public static void Block(this IDisplayOutput output, string text)
    {
        var whole = text.EndsWith('\n') ? text[..^1] : text;
        foreach (var line in whole.Split('\n'))
            output.Line(line);
    }
}
