using HaIac.Transport.Nodes;

namespace HaIac.Transport.Virtual;

/// <summary>The init system of a node on paper: power, and the units that somebody touched.</summary>
/// <remarks>What the file leaves out arrives here as null or zero, whatever an initialiser says; so defaults are put in when they are read.</remarks>
internal sealed record VirtualMachine
{
    // Below are the processes that every machine has.
    private const int FirstPid = 1000;

    /// <summary>Whether the node has lost its power.</summary>
    public bool Off { get; init; }

    /// <summary>The process id that was given last.</summary>
    public int LastPid { get => Math.Max(field, FirstPid); init; }

    /// <summary>The units that somebody touched, by name.</summary>
    public SortedDictionary<string, VirtualUnit> Units { get => field ?? new(StringComparer.Ordinal); init; }

    /// <summary>A unit, touched or not.</summary>
    public VirtualUnit this[string name] => Units.GetValueOrDefault(name) ?? new VirtualUnit();

    /// <summary>The machine after a change of one unit. What is so already stays as it is.</summary>
    /// <param name="name">The unit.</param>
    /// <param name="action">The change; it must be possible.</param>
    public VirtualMachine After(string name, UnitAction action)
    {
        var unit = this[name];
        return action switch
        {
            UnitAction.Start when unit.Active => this,
            UnitAction.Start or UnitAction.Restart => With(name, unit with { Active = true, Result = "success", Pid = LastPid + 1 }) with { LastPid = LastPid + 1 },
            UnitAction.Stop => With(name, unit with { Active = false, Result = "success", Pid = 0 }),
            UnitAction.Enable => With(name, unit with { Enabled = "enabled" }),
            UnitAction.Disable => With(name, unit with { Enabled = unit.Enabled == "static" ? unit.Enabled : "disabled" }),
            UnitAction.Mask => With(name, unit with { Masked = true }),
            UnitAction.Unmask => With(name, unit with { Masked = false }),
            _ => this,
        };
    }

    /// <summary>The machine with a unit that failed.</summary>
    public VirtualMachine AfterFailure(string name) => With(name, this[name] with { Active = false, Result = "exit-code", Pid = 0 });

    /// <summary>The machine without power: nothing runs.</summary>
    public VirtualMachine PoweredOff() => this with
    {
        Off = true,
        Units = new(Units.ToDictionary(u => u.Key, u => u.Value with { Active = false, Result = "success", Pid = 0 }), StringComparer.Ordinal),
    };

    /// <summary>The machine after its start: what is enabled runs.</summary>
    public VirtualMachine PoweredOn() => Units
        .Where(unit => unit.Value is { Enabled: "enabled", Masked: false })
        .Aggregate(this with { Off = false }, (machine, unit) => machine.After(unit.Key, UnitAction.Start));

    private VirtualMachine With(string name, VirtualUnit unit) =>
        this with { Units = new(Units, StringComparer.Ordinal) { [name] = unit } };
}
