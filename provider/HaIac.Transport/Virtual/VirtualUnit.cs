using System.Text.Json.Serialization;
using HaIac.Transport.Nodes;

namespace HaIac.Transport.Virtual;

/// <summary>A unit of a node on paper, as its folder keeps it. A unit that nobody touched is disabled and inactive.</summary>
internal sealed record VirtualUnit
{
    /// <summary>Whether it starts with the machine, in systemd's word.</summary>
    public string Enabled { get => field ?? "disabled"; init; }

    /// <summary>Whether it cannot be started.</summary>
    public bool Masked { get; init; }

    /// <summary>Whether it runs.</summary>
    public bool Active { get; init; }

    /// <summary>How its last run ended, in systemd's word.</summary>
    public string Result { get => field ?? "success"; init; }

    /// <summary>Process id; 0 if it does not run.</summary>
    public int Pid { get; init; }

    /// <summary>Actions that fail, for trials: written by hand into the file.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<UnitAction>? Fails { get; init; }

    /// <summary>The unit as a caller sees it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="installed">Whether the node has it.</param>
    public UnitState State(string name, bool installed) => !installed
        ? new UnitState { Name = name, Installed = false }
        : new UnitState
        {
            Name = name,
            Installed = true,
            EnabledState = Masked ? "masked" : Enabled,
            ActiveState = Active ? "active" : Result == "success" ? "inactive" : "failed",
            SubState = Active ? "running" : Result == "success" ? "dead" : "failed",
            MainPid = Pid,
            Result = Result,
            CanReload = true,
        };
}
