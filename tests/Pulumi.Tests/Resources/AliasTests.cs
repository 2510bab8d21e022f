using HaIac.Testing;

namespace Pulumi.Tests.Resources;

/// <summary>Aliases reach the engine as specs, or as whole URNs where the engine does not complete them.</summary>
[CancelAfter(60_000)]
internal sealed class AliasTests
{
    [Test]
    public async Task Alias_SpecOfEachForm_IsSent()
    {
        var run = await EngineRun.RunAsync(() =>
        {
            var parent = new Group("parent");
            _ = new Widget("w", null, new CustomResourceOptions
            {
                Aliases =
                {
                    new Alias { Urn = "urn:pulumi:s::p::t:i:T::whole" },
                    new Alias { Name = "old", Type = "old:index:Type", Stack = "old-stack", Project = "old-project" },
                    new Alias { Parent = parent },
                    new Alias { ParentUrn = "urn:pulumi:s::p::t:i:T::elsewhere" },
                    new Alias { NoParent = true },
                    Output.Create(new Alias { Name = "later" }),
                },
            });
        });

        var sent = run.Registration("w").Aliases;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent[0].Urn, Is.EqualTo("urn:pulumi:s::p::t:i:T::whole"));
            Assert.That((sent[1].Spec.Name, sent[1].Spec.Type, sent[1].Spec.Stack, sent[1].Spec.Project), Is.EqualTo(("old", "old:index:Type", "old-stack", "old-project")));
            Assert.That(sent[2].Spec.ParentUrn, Does.EndWith("test:index:Group::parent"));
            Assert.That(sent[3].Spec.ParentUrn, Does.EndWith("elsewhere"));
            Assert.That(sent[4].Spec.NoParent, Is.True);
            Assert.That(sent[5].Spec.Name, Is.EqualTo("later"));
        }
    }

    [Test]
    public void Alias_TwoParents_IsRefused()
        => Assert.That(
            () => EngineRun.RunAsync(() => { _ = new Widget("w", null, new CustomResourceOptions { Aliases = { new Alias { ParentUrn = "urn", NoParent = true } } }); }),
            Throws.ArgumentException.With.Message.Contains("'w'").And.Message.Contains("NoParent"));

    [Test]
    public async Task OldEngine_ParentWithAlias_GetsTheCombinations()
    {
        var run = await EngineRun.RunAsync(
            () =>
            {
                var parent = new Group("parent", new ComponentResourceOptions { Aliases = { new Alias { Name = "old" } } });
                _ = new Widget("parent-child", null, new CustomResourceOptions { Parent = parent, Aliases = { new Alias { Type = "old:index:Type" } } });
            },
            new OldEngine());

        Assert.That(run.Registration("parent-child").AliasURNs, Is.EquivalentTo(new[]
        {
            "urn:pulumi:stack::project::test:index:Group$old:index:Type::parent-child",
            "urn:pulumi:stack::project::test:index:Group$test:index:Widget::old-child",
            "urn:pulumi:stack::project::test:index:Group$old:index:Type::old-child",
        }));
    }

    /// <summary>Upstream doubles the URNs with each level; here the program ends with what to do about it.</summary>
    [Test]
    public void OldEngine_ThreeHundredLevelsWithAliases_IsRefusedQuickly()
        => Assert.That(
            () => EngineRun.RunAsync(
                () =>
                {
                    Group? parent = null;
                    for (var i = 0; i < 300; i++)
                    {
                        parent = new Group("g" + i, new ComponentResourceOptions { Parent = parent, Aliases = { new Alias { Type = "old:index:Type" } } });
                    }
                },
                new OldEngine()),
            Throws.InstanceOf<Exception>().With.Message.Contains("combinations").And.Message.Contains("Update the Pulumi CLI"));

    private sealed class OldEngine : EngineAnswers
    {
        public override bool HasFeature(string id) => id is "secrets" or "resourceReferences";
    }
}
