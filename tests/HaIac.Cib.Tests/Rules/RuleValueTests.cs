using HaIac.Cib.Findings;
using HaIac.Cib.Rules;

namespace HaIac.Cib.Tests.Rules;

internal sealed class RuleValueTests
{
    [TestCase("2026-01-31", "2026-01-31T00:00:00")]
    [TestCase("20260131", "2026-01-31T00:00:00")]
    [TestCase("2026-031", "2026-01-31T00:00:00")]
    [TestCase("2026-W05-6", "2026-01-31T00:00:00")]
    [TestCase("2026-01-30 24:00:00", "2026-01-31T00:00:00")]
    [TestCase("2026-01-31T12:30Z", "2026-01-31T12:30:00")]
    [TestCase("2024-02-29 23:59:59 -05:00", "2024-02-29T23:59:59")]
    public void Accepts_Date(string text, string local) => Assert.That(RuleDate.Parse(text).Local, Is.EqualTo(DateTime.Parse(local, null)));

    [TestCase("2026-02-29")]
    [TestCase("2026-13-01")]
    [TestCase("2026-366")]
    [TestCase("2026-W54-1")]
    [TestCase("2026-01-01 12:60")]
    [TestCase("2026-01-01 12:30:00+02:00")]
    [TestCase("0000-01-01")]
    [TestCase("9999-12-31 24:00:00")]
    [TestCase("tomorrow")]
    [TestCase("")]
    [TestCase(null)]
    public void Rejects_Date(string? text) =>
        Assert.That(() => RuleDate.Parse(text), Throws.TypeOf<CibException>().With.Property("Code").EqualTo(CibFindingCodes.BadDate));

    [TestCase("5", 5, 5)]
    [TestCase("1-5", 1, 5)]
    [TestCase("5-", 5, null)]
    [TestCase("-5", null, 5)]
    public void Accepts_Range(string text, int? first, int? last)
    {
        var range = DateRange.Parse(text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((range.First, range.Last), Is.EqualTo((first, last)));
            Assert.That(range.ToString(), Is.EqualTo(text));
        }
    }

    [TestCase("")]
    [TestCase("-")]
    [TestCase("1-2-3")]
    [TestCase("noon")]
    [TestCase("1,3")]
    [TestCase("99999999999")]
    [TestCase(null)]
    public void Rejects_Range(string? text) =>
        Assert.That(() => DateRange.Parse(text), Throws.TypeOf<CibException>().With.Property("Code").EqualTo(CibFindingCodes.BadDateRange));

    [Test]
    public void Range_OfNothing_IsRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => DateRange.Of(null, null), Throws.ArgumentException);
            Assert.That(() => DateRange.Of(-1, 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
        }
    }
}
