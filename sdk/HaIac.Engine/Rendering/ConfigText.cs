using HaIac.Engine.Events;

namespace HaIac.Engine.Rendering;

/// <summary>The configuration that an operation runs with (display rule 2).</summary>
internal static class ConfigText
{
    /// <summary>Prints the block if it is wanted.</summary>
    /// <param name="prelude">The configuration.</param>
    /// <param name="options">What the view shows.</param>
    /// <param name="output">Takes the text.</param>
    public static void Print(PreludeEvent prelude, DisplayOptions options, IDisplayOutput output)
    {
        if (!options.ShowConfig)
            return;
        output.Line("Configuration:");
        foreach (var (key, value) in prelude.Config)
            output.Line($"    {key}: {value}");
    }
}
