using System.Globalization;

namespace HaIac.Transport.Nodes.Asking;

/// <summary>What the init system of a node says of a unit at one moment, in systemd's words.</summary>
/// <remarks>Source: systemctl(1), "show"; org.freedesktop.systemd1(5), "Properties" of units and services.</remarks>
internal sealed class UnitFacts
{
    // A daemon that has run for so long is not one of those that end at once.
    private const double Established = 0.25;

    private readonly Dictionary<string, string> values;

    private UnitFacts(string name, string manager, double uptime, Dictionary<string, string> values)
    {
        Name = name;
        Manager = manager;
        Uptime = uptime;
        this.values = values;
    }

    /// <summary>Its name as it was asked for, with its suffix.</summary>
    public string Name { get; }

    /// <summary>The init system.</summary>
    public string Manager { get; }

    /// <summary>How long the node had run then, in seconds.</summary>
    public double Uptime { get; }

    /// <summary>A property; empty if it is not known.</summary>
    public string this[string property] => values.GetValueOrDefault(property, "");

    /// <summary>Whether the init system knows it.</summary>
    public bool IsInstalled => this["LoadState"] is not ("not-found" or "");

    /// <summary>Whether something is still to be done with it.</summary>
    public bool HasJob => this["Job"] is not ("" or "0");

    /// <summary>Whether it has been active for long enough to be believed: some daemons are called active before they have done anything.</summary>
    public bool IsEstablished =>
        this["Type"] is not ("simple" or "exec" or "idle")
        || (double.TryParse(this["ActiveEnterTimestampMonotonic"], CultureInfo.InvariantCulture, out var since) && since > 0 && Uptime - (since / 1e6) >= Established);

    /// <summary>Whether it does its work and ends, so that it is inactive after a start that went well.</summary>
    public bool HasDoneItsWork => this["Type"] == "oneshot" && this["ActiveState"] == "inactive" && this["Result"] == "success" && !IsConditionUnmet;

    /// <summary>Whether systemd looked at its conditions the last time and did not start it. Without a time it has never looked, and says no as well.</summary>
    public bool IsConditionUnmet => this["ConditionResult"] == "no" && this["ConditionTimestampMonotonic"] is not ("" or "0");

    /// <summary>The unit as a caller sees it.</summary>
    public UnitState State => new()
    {
        Name = UnitNames.Plain(Name),
        Manager = Manager,
        Installed = IsInstalled,
        EnabledState = IsInstalled ? this["UnitFileState"] : "",
        ActiveState = this["ActiveState"] is { Length: > 0 } active ? active : "inactive",
        SubState = this["SubState"],
        MainPid = int.TryParse(this["MainPID"], CultureInfo.InvariantCulture, out var pid) ? pid : 0,
        Result = this["Result"],
        CanReload = this["CanReload"] == "yes",
    };

    /// <summary>Reads a record of the word <c>units</c>: stage, manager, uptime and the names in its first line, the properties of each in that order, each beginning with Id.</summary>
    /// <param name="record">The record.</param>
    /// <param name="generated">Whether those units that were made of init scripts are enabled.</param>
    public static IReadOnlyDictionary<string, UnitFacts> ReadAll(NodeRecord record, IReadOnlyDictionary<string, string> generated)
    {
        var manager = record.Arguments[1];
        var uptime = double.TryParse(record.Arguments[2], CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
        var names = record.Arguments.Skip(3).ToList();
        var blocks = Blocks(record.Lines);
        var facts = new Dictionary<string, UnitFacts>(StringComparer.Ordinal);
        foreach (var (name, values) in names.Zip(blocks))
        {
            if (values.GetValueOrDefault("UnitFileState") == "generated" && generated.TryGetValue(name, out var enabled))
            {
                values["UnitFileState"] = enabled;
            }

            facts[name] = new UnitFacts(name, manager, uptime, values);
        }

        // If the init system passed one over, it is not known which.
        return blocks.Count == names.Count ? facts : new Dictionary<string, UnitFacts>();
    }

    private static List<Dictionary<string, string>> Blocks(IEnumerable<string> lines)
    {
        var blocks = new List<Dictionary<string, string>> { new(StringComparer.Ordinal) };
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                blocks.Add(new(StringComparer.Ordinal));
            }
            else if (line.IndexOf('=', StringComparison.Ordinal) is var at and > 0)
            {
                blocks[^1][line[..at]] = line[(at + 1)..];
            }
        }

        blocks.RemoveAll(block => block.Count == 0);
        return blocks;
    }
}
