using HaIac.Labs;

namespace EndToEnd.Tests.Writing;

/// <summary>Another tool that writes on a node until it is told to stop.</summary>
internal sealed class ForeignLoop
{
    private static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "Writing");

    private readonly LabNode _node;
    private readonly Task<HaIac.Labs.Commands.CommandResult> _running;

    private ForeignLoop(string name, LabNode node)
    {
        Name = name;
        _node = node;
        _running = node.RunAsync($"bash /tmp/{name}-loop.sh");
    }

    public string Name { get; }

    public static async Task<ForeignLoop> StartAsync(string name, LabNode node)
    {
        foreach (var script in new[] { "foreign.sh", $"{name}-loop.sh" })
        {
            await node.WriteFileAsync($"/tmp/{script}", await File.ReadAllTextAsync(Path.Combine(Scripts, script)));
        }

        return new ForeignLoop(name, node);
    }

    /// <summary>Lets the round that is under way come to its end.</summary>
    /// <returns>All steps, in order.</returns>
    public async Task<IReadOnlyList<ForeignStep>> StopAsync()
    {
        await _node.ReadAsync("touch /tmp/stop-writing");
        return [.. (await _running).EnsureSuccess().Split('\n').Select(ForeignStep.Parse).OfType<ForeignStep>()];
    }
}
