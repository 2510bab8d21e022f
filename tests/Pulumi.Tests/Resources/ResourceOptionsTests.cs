namespace Pulumi.Tests.Resources;

/// <summary>Every option reaches the engine, as it was when the resource was declared.</summary>
internal sealed class ResourceOptionsTests
{
    private const string Prefix = "urn:pulumi:stack::project::";

    [Test]
    public async Task Options_All_ReachTheEngine()
    {
        var run = await EngineRun.RunAsync(() => { _ = new Widget("w", null, All(Declare("other"), Declare("parent"))); });

        var sent = run.Registration("w");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.Parent, Is.EqualTo(Prefix + "test:index:Widget::parent"));
            Assert.That(sent.Dependencies, Is.EqualTo(new[] { Prefix + "test:index:Widget::other" }));
            Assert.That(sent.Protect, Is.True);
            Assert.That(sent.IgnoreChanges, Is.EqualTo(new[] { "ignored" }));
            Assert.That(sent.ReplaceOnChanges, Is.EqualTo(new[] { "replaced" }));
            Assert.That(sent.HideDiffs, Is.EqualTo(new[] { "hidden" }));
            Assert.That(sent.Version, Is.EqualTo("1.2.3"));
            Assert.That(sent.PluginDownloadURL, Is.EqualTo("https://plugins.example"));
            Assert.That(sent.CustomTimeouts.Create, Is.EqualTo("60000000000ns"));
            Assert.That(sent.Aliases.Single().Spec.Name, Is.EqualTo("old"));
            Assert.That(sent.RetainOnDelete, Is.True);
            Assert.That(sent.DeletedWith, Is.EqualTo(Prefix + "test:index:Widget::other"));
            Assert.That(sent.ReplaceWith, Is.EqualTo(new[] { Prefix + "test:index:Widget::other" }));
            Assert.That(sent.ReplacementTrigger.StringValue, Is.EqualTo("trigger"));
            Assert.That((sent.DeleteBeforeReplace, sent.DeleteBeforeReplaceDefined), Is.EqualTo((true, true)));
            Assert.That(sent.AdditionalSecretOutputs, Is.EqualTo(new[] { "label" }));
            Assert.That(sent.ImportId, Is.EqualTo("imported"));
            Assert.That(sent.EnvVarMappings["FROM"], Is.EqualTo("TO"));
            Assert.That(sent.Hooks.BeforeCreate, Is.EqualTo(new[] { "hook" }));
        }
    }

    [Test]
    public async Task Options_ChangedAfterwards_HaveNoEffect()
    {
        var run = await EngineRun.RunAsync(() =>
        {
            var other = Declare("other");
            var options = All(other, Declare("parent"));
            _ = new Widget("before", null, options);
            options.Parent = null;
            options.DependsOn.Add(Declare("late"));
            options.Protect = false;
            options.IgnoreChanges.Add("late");
            options.ReplaceOnChanges.Add("late");
            options.HideDiffs.Add("late");
            options.Version = "9";
            options.PluginDownloadURL = "late";
            options.CustomTimeouts!.Create = TimeSpan.Zero;
            options.Aliases.Add(new Alias { Name = "late" });
            options.RetainOnDelete = false;
            options.DeletedWith = null;
            options.ReplaceWith.Add(Declare("late2"));
            options.ReplacementTrigger = "late";
            options.DeleteBeforeReplace = false;
            options.AdditionalSecretOutputs.Add("late");
            options.ImportId = "late";
            options.EnvVarMappings["LATE"] = "LATE";
            options.Hooks.BeforeCreate.Clear();
            _ = new Widget("again", null, All(other, (Widget)null!));
        });

        var sent = run.Registration("before").ToString();

        Assert.That(sent, Does.Not.Contain("late").And.Contain("\"hook\"").And.Contain("60000000000ns").And.Contain("::parent"));
    }

    [Test]
    public async Task Protect_OfTheParent_IsInherited()
    {
        var run = await EngineRun.RunAsync(() =>
        {
            var parent = new Group("parent", new ComponentResourceOptions { Protect = true });
            _ = new Widget("child", null, new CustomResourceOptions { Parent = parent });
            _ = new Widget("open", null, new CustomResourceOptions { Parent = parent, Protect = false });
        });

        Assert.That((run.Registration("child").Protect, run.Registration("open").Protect), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Providers_OfTheComponent_ServeItsChildrenByPackage()
    {
        var run = await EngineRun.RunAsync(() =>
        {
            var mine = new ProviderResource("test", "mine", ResourceArgs.Empty);
            var other = new ProviderResource("other", "other", ResourceArgs.Empty);
            var parent = new Group("parent", new ComponentResourceOptions { Providers = { mine, other } });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = parent });
            _ = new Widget("child", null, new CustomResourceOptions { Parent = inner });
        });

        Assert.That(run.Registration("child").Provider, Is.EqualTo(Prefix + "pulumi:providers:test::mine::mine-id"));
        Assert.That(run.Registration("inner").Provider, Is.Empty);
    }

    private static Widget Declare(string name) => new(name);

    private static CustomResourceOptions All(Widget other, Widget parent)
        => new()
        {
            Parent = parent,
            DependsOn = { other },
            Protect = true,
            IgnoreChanges = { "ignored" },
            ReplaceOnChanges = { "replaced" },
            HideDiffs = { "hidden" },
            Version = "1.2.3",
            PluginDownloadURL = "https://plugins.example",
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(1) },
            Aliases = { new Alias { Name = "old" } },
            RetainOnDelete = true,
            DeletedWith = other,
            ReplaceWith = { other },
            ReplacementTrigger = "trigger",
            DeleteBeforeReplace = true,
            AdditionalSecretOutputs = { "label" },
            ImportId = "imported",
            EnvVarMappings = { ["FROM"] = "TO" },
            Hooks = { BeforeCreate = { new ResourceHook("hook", (_, _) => Task.CompletedTask) } },
        };
}
