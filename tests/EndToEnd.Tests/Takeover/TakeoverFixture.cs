namespace EndToEnd.Tests.Takeover;

/// <summary>Tests with the lab's daemons: each begins without any resource and with all daemons off.</summary>
public abstract class TakeoverFixture
{
    /// <summary>The lab.</summary>
    private protected TakeoverLab Daemons { get; private set; } = null!;

    [SetUp]
    public async Task Prepare() => Daemons = await TakeoverLab.GetAsync();

    [TearDown]
    public void RemoveProject() => Daemons?.Dispose();
}
