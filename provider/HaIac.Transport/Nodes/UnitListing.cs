using HaIac.Transport.Running;

namespace HaIac.Transport.Nodes;

/// <summary>The units that have a file on a host of systemd. Those that systemd makes itself, and instances of a template, are not among them.</summary>
public static class UnitListing
{
    /// <summary>Lists them; changes nothing.</summary>
    /// <param name="timeout">How long it may take.</param>
    /// <returns>The command; its output is for <see cref="Read"/>.</returns>
    public static Command Command(TimeSpan timeout) => new()
    {
        Program = "systemctl",
        Arguments = ["list-unit-files", "--type=service", "--no-legend", "--no-pager", "--plain"],
        Timeout = timeout,
    };

    /// <summary>The names, without the suffix of services.</summary>
    /// <param name="output">What the command printed.</param>
    /// <returns>The names, each once.</returns>
    public static IReadOnlySet<string> Read(string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Split('\n').Select(line => line.Split(' ')[0]).Where(name => name.Length > 0).Select(UnitNames.Plain).ToHashSet(StringComparer.Ordinal);
    }
}
