namespace Conformance.Tests;

/// <summary>Every type and member of the official listing exists here with the same signature, or is named with a reason.</summary>
internal sealed class PublicApiTests
{
    [OneTimeSetUp]
    public void Prepare() => ConformanceKit.IgnoreIfAbsent();

    [Test]
    public void BundledApi_ComparedWithOfficialListing_DiffersOnlyAsListed()
    {
        var official = File.ReadAllLines(Path.Combine(ConformanceKit.Folder!, "Pulumi.PublicAPI.txt")).Where(l => l.Length > 0).ToArray();
        var ours = PublicApiText.Of(typeof(Pulumi.Resource).Assembly).ToHashSet(StringComparer.Ordinal);

        var different = official.Where(l => !ours.Contains(l)).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(different.Except(ApiDifferences.Listed.Keys), Is.Empty, "These are in the official API, but not here.");
            Assert.That(ApiDifferences.Listed.Keys.Except(different), Is.Empty, "These are listed as different, but are the same: take them off the list.");
        }
    }
}
