using System.Collections.Immutable;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

namespace HaIac.Engine.Tests.Misbehaving;

/// <summary>Answers of our base at the edge of what the wire carries: taken, or refused without losing the object.</summary>
[Platform(Exclude = "Win", Reason = "The plugin is started by a script of a shell.")]
internal sealed class OddAnswerTests : BentFixture
{
    private static readonly (string Name, PropertyValue Value, bool IsFine)[] Values =
    [
        ("300 levels", Deep(300), true),
        ("2 000 levels", Deep(2_000), false),
        ("5 MB", new PropertyValue(new string('x', 5_000_000)), true),
        ("unknown", PropertyValue.Computed, false),
    ];

    private static IEnumerable<TestCaseData> Cases() =>
        from method in new[] { "Create", "Update", "Read" }
        from value in Values
        where !(method == "Read" && value.Name == "unknown")
        select new TestCaseData(method, value.Value, value.IsFine) { TestName = $"{method}_{value.Name}" };

    [TestCaseSource(nameof(Cases))]
    public async Task Answer_IsOdd_IsTakenOrRefusedAndNothingIsLost(string method, PropertyValue value, bool isFine)
    {
        if (method != "Create")
        {
            Assert.That((await RunAsync(DeploymentKind.Update, Three("v1"))).Succeeded, Is.True);
        }

        var outputs = ImmutableDictionary<string, PropertyValue>.Empty.Add("value", new("v2")).Add("odd", value);
        Provider.Method = method;
        Provider.How = (answer, _) =>
        {
            switch (answer)
            {
                case CreateResponse created: created.Outputs = outputs; break;
                case UpdateResponse updated: updated.Outputs = outputs; break;
                case ReadResponse read: read.Outputs = outputs; break;
            }

            return Task.FromResult<object?>(answer);
        };
        var result = await (method == "Read" ? RunAsync(DeploymentKind.Refresh) : RunAsync(DeploymentKind.Update, Three("v2")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Succeeded, Is.EqualTo(isFine));
            Assert.That(string.Join('\n', Engine.Events.Errors), Does.Not.Contain("Bug in HaIac"));
            Assert.That(Bad()?.Id, Is.EqualTo("id-bad"), "the object exists");
            Assert.That(Things(), Does.Contain(method == "Read" ? "after=v1" : "after=v2"));
            Assert.That(Engine.State.PendingOperations, Is.Empty);
        }

        Provider.Method = "";
        Assert.That((await RunAsync(DeploymentKind.Update, Three("v3"))).Succeeded, Is.True, string.Join('\n', Engine.Events.Errors));
        Assert.That(Things(), Is.EqualTo(new[] { "after=v3", "bad=v3", "before=v3" }));
    }

    private static PropertyValue Deep(int levels)
    {
        var value = new PropertyValue("bottom");
        for (var level = 0; level < levels; level++)
        {
            value = new PropertyValue(ImmutableDictionary<string, PropertyValue>.Empty.Add("a", value));
        }

        return value;
    }
}
