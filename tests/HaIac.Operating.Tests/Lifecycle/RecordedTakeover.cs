using HaIac.Cib.Values;
using HaIac.Operating.Lifecycle;
using HaIac.Operating.Services;

namespace HaIac.Operating.Tests.Lifecycle;

/// <summary>Notes what is taken over, and what the cluster looks like at that moment.</summary>
internal sealed class RecordedTakeover : INativeTakeover
{
    public List<string> Calls { get; } = [];

    public Func<Task>? Meanwhile { get; set; }

    public async Task<ValueList<string>> TakeAsync(ServiceProfile profile, ValueList<AgentName> agents, ValueList<NodeName> nodes, CancellationToken cancellationToken = default)
    {
        Calls.Add($"{profile.Name} {string.Join(',', agents)} {string.Join(',', nodes)}");
        if (Meanwhile is { } look)
        {
            await look();
        }

        return [$"disabled {profile.Name}"];
    }
}
