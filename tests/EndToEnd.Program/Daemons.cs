using HaIac;
using Pulumi;

namespace EndToEnd.Program;

/// <summary>Daemons as somebody else declares them: each node's init system runs them, and nothing here knows of high availability.</summary>
internal sealed class Daemons : ComponentResource
{
    public Daemons(string name, IEnumerable<string> daemons, ComponentResourceOptions? options = null)
        : base("thirdparty:infra:Daemons", name, options)
    {
        foreach (var daemon in daemons)
        {
            _ = new Service(daemon, new() { Running = true, Enabled = true }, new() { Parent = this });
        }

        RegisterOutputs();
    }
}
