using HaIac.Labs;

namespace EndToEnd.Tests.Takeover;

/// <summary>What systemd itself says of a unit on one node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Enabled">Its word for whether it starts with the machine.</param>
/// <param name="Active">Its word for whether it runs.</param>
/// <param name="Pid">Process id of the main process; 0 for none.</param>
internal sealed record UnitView(string Node, string Enabled, string Active, int Pid)
{
    public bool Runs => Active == "active";

    /// <summary>Asks every node.</summary>
    public static async Task<UnitView[]> OfAsync(Lab lab, string unit)
    {
        var views = new List<UnitView>();
        foreach (var node in lab.Nodes)
        {
            var answer = await node.ReadAsync($"systemctl show -p MainPID,ActiveState,UnitFileState {unit}.service");
            var values = answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim());
            views.Add(new(node.Name, values["UnitFileState"], values["ActiveState"], int.Parse(values["MainPID"])));
        }

        return [.. views];
    }

    public override string ToString() => $"{Node}: {Enabled}, {Active}, {Pid}";
}
