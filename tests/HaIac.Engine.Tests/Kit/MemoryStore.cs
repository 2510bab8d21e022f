using HaIac.Engine.State;

namespace HaIac.Engine.Tests.Kit;

/// <summary>A store that keeps what was saved last, and can be told to fail.</summary>
internal sealed class MemoryStore : IStackStore
{
    public Deployment? Last { get; private set; }

    public int Writes { get; private set; }

    /// <summary>Called before each write; throws to make it fail, waits to make it slow.</summary>
    public Func<Deployment, Task>? BeforeWrite { get; set; }

    public async Task SaveAsync(Deployment deployment, CancellationToken ct = default)
    {
        if (BeforeWrite is not null)
        {
            await BeforeWrite(deployment);
        }

        Last = deployment;
        Writes++;
    }
}
