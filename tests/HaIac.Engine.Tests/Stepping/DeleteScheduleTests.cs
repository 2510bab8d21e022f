using System.Collections.Immutable;
using HaIac.Engine.Events;
using HaIac.Engine.State;
using HaIac.Engine.Stepping;

namespace HaIac.Engine.Tests.Stepping;

[TestFixture]
internal sealed class DeleteScheduleTests
{
    [Test]
    public void For_Everything_PutsDependentsFirstAndProvidersLast()
    {
        var schedule = DeleteSchedule.For(Steps(
            Resource("stack"),
            Resource("provider"),
            Resource("component", parent: "stack"),
            Resource("child", parent: "component", provider: "provider"),
            Resource("user", dependencies: ["component"], provider: "provider")));

        // The user depends on the component, hence on the child that stands before it.
        Assert.That(Layers(schedule), Does.StartWith("user / child / "));
        Assert.That(Position(schedule, "user"), Is.LessThan(Position(schedule, "child")));
        Assert.That(Position(schedule, "child"), Is.LessThan(Position(schedule, "provider")));
    }

    [Test]
    public void For_IndependentResources_PutsThemIntoOneLayer() =>
        Assert.That(DeleteSchedule.For(Steps(Resource("a"), Resource("b"), Resource("c"))).Layers, Has.Length.EqualTo(1));

    [Test]
    public void For_Circle_StillEndsWithEverything()
    {
        var schedule = DeleteSchedule.For(Steps(Resource("a", dependencies: ["b"]), Resource("b", dependencies: ["a"])));

        Assert.That(schedule.Layers.Sum(layer => layer.Length), Is.EqualTo(2));
    }

    [Test]
    public void AllNeeds_OfAFailedOne_AreWhatMustStay()
    {
        var steps = Steps(Resource("a"), Resource("b", dependencies: ["a"]), Resource("c", dependencies: ["b"]), Resource("d"));
        var schedule = DeleteSchedule.For(steps);

        Assert.That(schedule.AllNeeds(steps[2].Old!).Select(entry => entry.Urn), Is.EquivalentTo(new[] { Urn("a"), Urn("b") }));
    }

    private static string Urn(string name) => $"urn:pulumi:dev::demo::t:index:T::{name}";

    private static StateResource Resource(string name, string parent = "", string provider = "", string[]? dependencies = null) =>
        new(Urn(name), "t:index:T", name != "component" && name != "stack")
        {
            Id = name == "component" ? "" : name,
            Parent = parent.Length == 0 ? "" : Urn(parent),
            Provider = provider.Length == 0 ? "" : Urn(provider) + "::id",
            Dependencies = [.. (dependencies ?? []).Select(Urn)],
        };

    private static ImmutableArray<Step> Steps(params StateResource[] resources) =>
        [.. resources.Select(resource => (Step)new DeleteStep { Op = StepOp.Delete, Old = new ResourceEntry(resource) })];

    private static string Layers(DeleteSchedule schedule) =>
        string.Join(" / ", schedule.Layers.Select(layer => string.Join(' ', layer.Select(step => step.Urn.Split("::")[^1]))));

    private static int Position(DeleteSchedule schedule, string name) =>
        schedule.Layers.ToList().FindIndex(layer => layer.Any(step => step.Urn == Urn(name)));
}
