using HaIac.Cib.Documents;

namespace HaIac.Cib.Benchmarks;

/// <summary>What does not depend on the host: bytes that are allocated, and how they grow.</summary>
internal sealed class AllocationTests
{
    [Test]
    public void Read_EachCharacter_AllocatesFewBytes()
    {
        var work = new Work(1000);

        Assert.That(Allocated(() => work.Read()) / (double)work.Text.Length, Is.LessThan(4), "bytes allocated for each character");
    }

    [Test]
    public void Read_TenTimesTheResources_AllocatesAtMostTwelveTimes()
    {
        var (small, large) = (new Work(1000), new Work(10_000));

        Assert.That(Allocated(() => large.Read()) / (double)Allocated(() => small.Read()), Is.LessThan(12));
    }

    [Test]
    public void Compare_TenTimesTheResources_AllocatesAtMostTwelveTimes() => AssertGrowth(static work =>
    {
        var (one, other) = (work.Read(), work.Read());
        return () => Work.Compare(one, other);
    });

    [Test]
    public void Plan_TenTimesTheResources_AllocatesAtMostTwelveTimes() => AssertGrowth(static work =>
    {
        var before = work.Read();
        var after = CibDocument.Parse(work.ChangeOneAttribute(before).ToXml());
        return () => Work.PlanDocuments(before, after);
    });

    [Test]
    public void Plan_OneAttributeOfMany_AllocatesNextToNothingBesideReading()
    {
        var work = new Work(10_000);
        var document = work.Read();

        Assert.That(Allocated(() => work.PlanOneAttribute(document)) / (double)Allocated(() => work.Read()), Is.LessThan(0.02));
    }

    [Test]
    [Platform("Linux", Reason = "the peak is read from /proc")]
    public async Task Process_TenThousandResources_StaysBelow300Megabytes()
    {
        var peak = await PeakMemory.MeasureAsync(10_000);

        await TestContext.Out.WriteLineAsync($"{peak / 1_000_000} MB");
        Assert.That(peak, Is.LessThan(300_000_000));
    }

    private static void AssertGrowth(Func<Work, Func<object>> prepare) =>
        Assert.That(Allocated(prepare(new Work(10_000))) / (double)Allocated(prepare(new Work(1000))), Is.LessThan(12));

    private static long Allocated(Func<object> work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
