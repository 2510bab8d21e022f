using HaIac.Cib.Findings;
using HaIac.Cib.Values;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Nodes;

/// <summary>What can go wrong with units, as findings.</summary>
/// <param name="address">The cluster's address.</param>
/// <param name="node">The node.</param>
internal sealed class UnitFailures(string address, NodeName node)
{
    /// <summary>How many near names a message offers.</summary>
    private const int NearNames = 5;

    /// <summary>The unit does not exist on the node.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="action">What was asked for.</param>
    /// <param name="known">The units there; empty if they are not known.</param>
    public TransportException Unknown(string unit, UnitAction action, IReadOnlyCollection<string> known)
    {
        var near = Near(unit, known);
        return Make(
            TransportFailure.UnknownUnit,
            unit,
            $"{unit} cannot be {Done(action)} on {node}: there is no such unit.",
            near.Count == 0 ? "No package of that node brings it, or it has another name there." : $"Units with names like it are: {string.Join(", ", near)}.",
            near.Count == 0
                ? $"Install the package that brings {unit}.service on {node}, or give the unit's name of that distribution (property unit)."
                : $"Give the right name (property unit), or install the package that brings {unit}.service on {node}.");
    }

    /// <summary>The name cannot be that of a unit.</summary>
    public TransportException BadName(string unit, string why) => Make(
        TransportFailure.UnknownUnit, unit, $"\"{unit}\" is no name of a unit, so {node} was not asked for it.", why, "Write the name as systemctl list-unit-files shows it, without .service.");

    /// <summary>A masked unit was to be started or enabled.</summary>
    public TransportException Masked(string unit, UnitAction action) => Make(
        TransportFailure.UnitRefuses,
        unit,
        $"{unit} cannot be {Done(action)} on {node}: it is masked.",
        "Somebody made it impossible to start (systemctl mask), perhaps a takeover by the cluster.",
        $"If that is over, unmask it (systemctl unmask {unit}), or leave it masked and do not ask for it.");

    /// <summary>A unit that cannot be enabled was to be.</summary>
    public TransportException NotEnabled(string unit, string state) => Make(
        TransportFailure.UnitRefuses,
        unit,
        $"{unit} cannot be enabled on {node}: its state stays \"{state}\".",
        state switch
        {
            "static" => "Its file has no section [Install], so nothing says with what it should start; something else starts it.",
            "transient" => "It was made at run time and is gone with the next start of the machine.",
            _ => "The init system took the wish and did nothing.",
        },
        "Enable the unit that starts it, add a section [Install] (systemctl edit), or do not ask for it to be enabled.");

    /// <summary>A unit that the init system cannot mask.</summary>
    public TransportException CannotMask(string unit, string manager) => Make(
        TransportFailure.UnitRefuses,
        unit,
        $"{unit} cannot be masked on {node}.",
        manager == "systemd"
            ? "Its own file lies in /etc/systemd/system, in the place where a mask would be."
            : $"Only systemd can make a unit impossible to start, and {manager} runs there.",
        manager == "systemd"
            ? $"Move the file to /usr/local/lib/systemd/system on {node}, or disable the unit and do not ask for masking (takeover: mask)."
            : "Disable it instead, and do not ask for masking on this node (takeover: mask).");

    /// <summary>The init system tried and failed.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="action">What was tried.</param>
    /// <param name="why">What is known of the cause, several lines allowed.</param>
    /// <param name="mend">What to do; null: read the log.</param>
    /// <param name="lines">What the init system's tool said.</param>
    public TransportException Failed(string unit, UnitAction action, string why, string? mend = null, ValueList<string>? lines = null) => Make(
        TransportFailure.UnitFailed,
        unit,
        $"{unit} could not be {Done(action)} on {node}.",
        why,
        mend ?? $"Mend the cause on {node} (the whole log: journalctl -u {unit}), then run again.",
        lines);

    private TransportException Make(TransportFailure kind, string unit, string what, string why, string mend, ValueList<string>? lines = null) =>
        new(kind, what, $"cluster {address}, node {node}, unit {UnitNames.Whole(unit)}", why, mend) { Node = node.Value, ErrorLines = lines ?? [] };

    private static List<string> Near(string unit, IReadOnlyCollection<string> known) =>
    [
        .. known.Where(name => name.Contains(unit, StringComparison.OrdinalIgnoreCase) || unit.Contains(name, StringComparison.OrdinalIgnoreCase))
            .Concat(NearestName.Find(unit, known) is { } nearest ? [nearest] : (string[])[])
            .Distinct(StringComparer.Ordinal).OrderBy(name => name.Length).Take(NearNames),
    ];

    private static string Done(UnitAction action) => action switch
    {
        UnitAction.Start => "started",
        UnitAction.Stop => "stopped",
        UnitAction.Restart => "restarted",
        UnitAction.Reload => "reloaded",
        UnitAction.Enable => "enabled",
        UnitAction.Disable => "disabled",
        UnitAction.Mask => "masked",
        UnitAction.Unmask => "unmasked",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "bug in HaIac: no such action"),
    };
}
