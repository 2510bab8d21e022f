namespace Conformance.Tests.PublicApi;

/// <summary>The bundled API is the published one, but for the differences that are named with a reason.</summary>
internal sealed class PublicApiTests
{
    private IReadOnlyList<PublicMember> _ours = [];
    private ApiComparison _comparison = null!;

    [OneTimeSetUp]
    public void Read()
    {
        _ours = PublicApiText.Of(typeof(global::Pulumi.Resource).Assembly.Location);
        _comparison = new ApiComparison(_ours.Select(m => m.Line));
    }

    [Test]
    public void BundledApi_ComparedWithThePublishedOne_DiffersOnlyAsListed()
    {
        TestContext.Out.WriteLine(_comparison.Report());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Unexplained(_comparison.Lacking, ApiDifferences.Lacking), Is.Empty, "The published API has these, the bundled one has not.");
            Assert.That(Unexplained(_comparison.Beyond, ApiDifferences.Beyond), Is.Empty, "The bundled API has these, the published one has not.");
        }
    }

    [Test]
    public void Differences_Listed_AreStillThere()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Idle(_comparison.Lacking, ApiDifferences.Lacking), Is.Empty, "The bundled API has these now: take them off the list of what it lacks.");
            Assert.That(Idle(_comparison.Beyond, ApiDifferences.Beyond), Is.Empty, "These are in the published API, or gone from ours: take them off the list of what is beyond.");
        }
    }

    // The listing of the kit is three years old and has no nullability, but it is the official SDK's own.
    [Test]
    public void BundledApi_ComparedWithTheListingOfTheKit_HasAllOfIt()
    {
        ConformanceKit.IgnoreIfAbsent();
        var kit = UpstreamApi.Listing(Path.Combine(ConformanceKit.Folder!, "Pulumi.PublicAPI.txt"));
        var ours = _ours.Select(m => ApiLine.Normal(m.PlainLine)).ToHashSet(StringComparer.Ordinal);

        var missing = kit.Where(l => !ours.Contains(ApiLine.Normal(l))).ToArray();

        Assert.That(missing, Is.EquivalentTo(RenamedSince.Keys));
    }

    [Test]
    public void PublishedApi_AsWrittenDownHere_HasAllOfTheListingOfTheKit()
    {
        ConformanceKit.IgnoreIfAbsent();
        var kit = UpstreamApi.Listing(Path.Combine(ConformanceKit.Folder!, "Pulumi.PublicAPI.txt"));
        var written = UpstreamApi.Lines.Select(Bare).ToHashSet(StringComparer.Ordinal);

        Assert.That(kit.Where(l => !written.Contains(Bare(l))), Is.EquivalentTo(RenamedSince.Keys));
    }

    [TestCase("Pulumi.InputMap<V>.Add(string! key, Pulumi.Input<V>! value) -> void", "Pulumi.InputMap<TValue>.Add(string! key, Pulumi.Input<TValue>! value) -> void", true)]
    [TestCase("Pulumi.Output<T>.Apply<U>(System.Func<T, U>! func) -> Pulumi.Output<U>!", "Pulumi.Output<T>.Apply<R>(System.Func<T, R>! func) -> Pulumi.Output<R>!", true)]
    [TestCase("Pulumi.Output<T>.Apply<U>(System.Func<T, U>! func) -> Pulumi.Output<U>!", "Pulumi.Output<T>.Apply<U>(System.Func<U, T>! func) -> Pulumi.Output<U>!", false)]
    [TestCase("Pulumi.Alias.Urn.get -> string?", "Pulumi.Alias.Urn.get -> string!", false)]
    [TestCase("Pulumi.Log.Info(string! message) -> void", "Pulumi.Log.Info(string! text) -> void", false)]
    public void Lines_ThatDifferInMoreThanTypeParameterNames_Differ(string one, string other, bool same)
        => Assert.That(ApiLine.Normal(one) == ApiLine.Normal(other), Is.EqualTo(same));

    private static Dictionary<string, string> RenamedSince { get; } = new(StringComparer.Ordinal)
    {
        ["Pulumi.Union<T0, T1>.Equals(Pulumi.Union<T0, T1> union) -> bool"] = "The parameter is named other by now.",
    };

    private static string Bare(string line) => ApiLine.Normal(line).Replace("!", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal);

    // One text, because an assertion on a list shows only its first ten.
    private static string Unexplained(IEnumerable<string> lines, IReadOnlyList<ApiDifference> list)
        => string.Join('\n', lines.Where(l => !list.Any(d => d.Explains(l))));

    private static string Idle(IReadOnlyList<string> lines, IReadOnlyList<ApiDifference> list)
        => string.Join('\n', list.SelectMany(d => d.Names).Where(n => !lines.Any(l => ApiDifference.NameExplains(n, l))));
}
