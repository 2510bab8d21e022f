using System.Collections.Immutable;
using HaIac.Engine.State;

namespace HaIac.Engine.Tests.State;

public sealed class IntegrityCheckerTests
{
    private const string ProviderUrn = "urn:pulumi:dev::demo::pulumi:providers:kit::default";
    private static readonly StateResource A = CheckpointWriterTests.Thing("a");
    private static readonly StateResource B = CheckpointWriterTests.Thing("b");

    [Test]
    public void Check_ReferencesBackward_IsSound() =>
        Assert.That(Check(A, B with { Parent = A.Urn, Dependencies = [A.Urn] }), Is.Empty);

    [Test]
    public void Check_ForwardReferences_NamesEachOfThem()
    {
        var faults = Check(
            A with
            {
                Parent = B.Urn,
                Dependencies = [B.Urn],
                DeletedWith = B.Urn,
                ReplaceWith = [B.Urn],
                PropertyDependencies = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("size", [B.Urn]),
            },
            B);

        Assert.That(faults, Has.Length.EqualTo(5));
        Assert.That(string.Join('\n', faults), Does.Contain("(parent)").And.Contain("(dependency)").And.Contain("(deletedWith)").And.Contain("(replaceWith)").And.Contain("\"size\""));
    }

    [Test]
    public void Check_SameUrnTwice_OnlyIfOneWaitsForDeletion()
    {
        Assert.That(Check(A, A), Has.Length.EqualTo(1));
        Assert.That(Check(A, A with { Delete = true }), Is.Empty);
    }

    [Test]
    public void Check_ComponentWithId_IsAFault() =>
        Assert.That(Check(A with { Custom = false }), Has.Length.EqualTo(1));

    [TestCase("nonsense", false)]
    [TestCase(ProviderUrn + "::other-id", false)]
    [TestCase(ProviderUrn + "::id-1", true)]
    public void Check_ProviderReference_MustNameAnEarlierProvider(string reference, bool sound)
    {
        var provider = new StateResource(ProviderUrn, "pulumi:providers:kit", true) { Id = "id-1" };

        Assert.That(Check(provider, A with { Provider = reference }), sound ? Is.Empty : Has.Length.EqualTo(1));
    }

    [Test]
    public void Check_MagicOfAnotherVersion_IsAFault()
    {
        var manifest = Manifest.Create(DateTimeOffset.UnixEpoch, "v3.259.0");

        Assert.That(manifest.Magic, Is.EqualTo("ab35920a3077459b09dd1a3f7ddc28df4e3efc81b3240013bb6906688abc684d"));
        Assert.That(IntegrityChecker.Check(Deployment.Empty with { Manifest = manifest }), Is.Empty);
        Assert.That(IntegrityChecker.Check(Deployment.Empty with { Manifest = manifest with { Version = "v1" } }), Has.Length.EqualTo(1));
    }

    private static ImmutableArray<string> Check(params StateResource[] resources) =>
        IntegrityChecker.Check(Deployment.Empty with { Resources = [.. resources] });
}
