namespace HaIac.Labs.Tests;

/// <summary>One lab for the tests that leave it as they found it. Started by the first test that asks for it.</summary>
[SetUpFixture]
public class SharedLab
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static Lab? s_lab;

    /// <summary>The lab with an empty cluster; skips the test when this host cannot hold one.</summary>
    public static async Task<Lab> GetEmptyAsync()
    {
        RequireHost();
        await Gate.WaitAsync();
        try
        {
            s_lab ??= await Lab.StartAsync(new LabOptions { Progress = line => TestContext.Progress.WriteLine(line) });
            foreach (LabNode node in s_lab.Nodes)
            {
                await node.PowerOnAsync();
                await node.ReconnectAsync();
            }

            await s_lab.WaitForQuorumAsync(TimeSpan.FromMinutes(2));
            await s_lab.EmptyAsync();
            return s_lab;
        }
        finally
        {
            Gate.Release();
        }
    }

    public static void RequireHost()
    {
        if (LabHost.Missing() is { IsEmpty: false } missing)
        {
            Assert.Ignore(string.Join("; ", missing));
        }
    }

    [OneTimeTearDown]
    public async Task TakeDownAsync()
    {
        if (s_lab is not null)
        {
            await s_lab.DisposeAsync();
        }
    }
}
