using System.Globalization;

namespace Pulumi.Benchmarks;

/// <summary>How the cost of a program grows with its resources: ten times as many should cost about ten times as much.</summary>
[NonParallelizable]
[Platform("Linux", Reason = "the peak of memory is read from /proc")]
internal sealed class GrowthTests
{
    private const int Small = 1000;
    private const int Large = 10_000;

    [Test]
    public async Task Chain_TenTimesTheResources_AllocatesAtMostThirteenTimes()
    {
        var (small, large) = (await Measurement.StartAsync(Shapes.Chain, Small), await Measurement.StartAsync(Shapes.Chain, Large));

        Report("chain: bytes allocated, 10 000 resources ÷ 1 000", large.Allocated / (double)small.Allocated, target: 10.5, limit: 13);
        Report("chain: KiB allocated for each resource", large.Allocated / (double)Large / 1024, target: 120, limit: 250);
        Report("chain: peak of memory, 10 000 resources ÷ 1 000", large.Peak / (double)small.Peak, target: 5, limit: 10);
    }

    [TestCase(Shapes.Chain)]
    [TestCase(Shapes.Wide)]
    [TestCase(Shapes.Components)]
    [TestCase(Shapes.Failing)]
    [Category("Benchmarks")]
    public async Task Program_TenTimesTheResources_TakesAboutTenTimesAsLong(string shape)
    {
        // The fastest of three: what others do on the host only ever makes a time longer.
        var small = await FastestAsync(shape, Small);
        var large = await FastestAsync(shape, Large);

        // What grows with the square gives 100.
        Report($"{shape}: time, 10 000 resources ÷ 1 000", large / small, target: 12, limit: 40);
    }

    private static async Task<double> FastestAsync(string shape, int count)
    {
        var fastest = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            fastest = Math.Min(fastest, (await Measurement.StartAsync(shape, count)).Seconds);
        }

        return fastest;
    }

    private static void Report(string what, double ratio, double target, double limit)
    {
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {ratio:0.##}, target {target}, limit {limit}"));
        Assert.That(ratio, Is.LessThan(limit), what);
    }
}
