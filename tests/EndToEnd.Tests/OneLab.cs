using HaIac.Labs;

namespace EndToEnd.Tests;

/// <summary>One lab for all tests of this assembly that need real nodes; started with the first of them.</summary>
[SetUpFixture]
public sealed class OneLab
{
    private static readonly Lazy<Task<Lab>> Starting = new(() => Lab.StartAsync(new LabOptions { Progress = TestContext.Progress.WriteLine }));

    /// <summary>The lab, empty; tests that need it do not run side by side.</summary>
    public static async Task<Lab> GetEmptyAsync()
    {
        if (LabHost.Missing() is { IsEmpty: false } missing)
        {
            Assert.Ignore($"This host lacks what the lab needs: {string.Join(", ", missing)}.");
        }

        var lab = await Starting.Value;
        foreach (var node in lab.Nodes)
        {
            // A node without power has no link to be plugged in.
            await node.PowerOnAsync();
            await node.ReconnectAsync();
        }

        await lab.WaitForQuorumAsync(TimeSpan.FromMinutes(3));
        await lab.EmptyAsync();
        return lab;
    }

    [OneTimeTearDown]
    public async Task TakeDown()
    {
        if (Starting.IsValueCreated)
        {
            await (await Starting.Value).DisposeAsync();
        }
    }
}
