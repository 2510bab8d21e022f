using HaIac.Labs;

namespace EndToEnd.Tests.Takeover;

/// <summary>The lab with its daemons as their packages leave them: installed, off.</summary>
internal sealed class TakeoverLab(Lab lab) : IDisposable
{
    private static readonly string[] Daemons = ["memcached", "haproxy", "rabbitmq-server", "mariadb", "heat-engine"];

    private Project? _project;

    public Lab Lab => lab;

    /// <summary>The lab without any resource, with all daemons off.</summary>
    public static async Task<TakeoverLab> GetAsync()
    {
        var lab = await OneLab.GetEmptyAsync();
        await Task.WhenAll(lab.Nodes.Select(node => node.ReadAsync(
            $"systemctl unmask {string.Join(' ', Daemons)}; systemctl disable --now {string.Join(' ', Daemons)}; systemctl reset-failed")));
        return new(lab);
    }

    /// <summary>The project whose program declares daemons.</summary>
    public async Task<Project> ProjectAsync(string daemons)
    {
        _project = await Project.ForScenarioAsync("takeover", lab.SshAddress);
        await _project.MustAsync("config", "set", "daemons", daemons);
        return _project;
    }

    public Task<string> CibAsync() => lab.Nodes[0].ReadAsync("cibadmin -Q");

    public Task<UnitView[]> UnitsAsync(string unit) => UnitView.OfAsync(lab, unit);

    public void Dispose() => _project?.Dispose();
}
