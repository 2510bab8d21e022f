using HaIac.Provider.Applying;

namespace HaIac.Provider.Tests.Applying;

[TestFixture]
public sealed class SharedReadingTests
{
    private int _reads;
    private SharedReading<int> _reading = null!;

    [SetUp]
    public void Create()
    {
        _reads = 0;
        _reading = new SharedReading<int>(_ => Task.FromResult(Interlocked.Increment(ref _reads)), TimeProvider.System, TimeSpan.FromHours(1));
    }

    [Test]
    [Property("Requirement", "M1")]
    public async Task GetAsync_WhileFresh_SharesOneReading()
    {
        await _reading.GetAsync(CancellationToken.None);

        var second = await _reading.GetAsync(CancellationToken.None);

        Assert.That(second, Is.EqualTo(1));
    }

    [Test]
    [Property("Requirement", "M1")]
    public async Task Forget_ReportedByEachCallerOfOneWrite_ReadsAnewOnce()
    {
        var write = new object();
        for (var caller = 0; caller < 3; caller++)
        {
            _reading.Forget(write);
            await _reading.GetAsync(CancellationToken.None);
        }

        Assert.That(_reads, Is.EqualTo(1));
    }

    [Test]
    [Property("Requirement", "M1")]
    public async Task Forget_AfterAnotherWrite_ReadsAnew()
    {
        _reading.Forget(new object());
        await _reading.GetAsync(CancellationToken.None);
        _reading.Forget(new object());

        var second = await _reading.GetAsync(CancellationToken.None);

        Assert.That(second, Is.EqualTo(2));
    }
}
