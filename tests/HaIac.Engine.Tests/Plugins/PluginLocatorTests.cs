using HaIac.Engine.Plugins;

namespace HaIac.Engine.Tests.Plugins;

[TestFixture]
internal sealed class PluginLocatorTests
{
    private string folder = null!;

    [SetUp]
    public void SetUp() => folder = Directory.CreateTempSubdirectory("haiac-plugins-").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Find_ProjectEntry_WinsOverPathAndCache()
    {
        Plugin("here");
        Plugin("onpath");
        Plugin("cache/resource-kit-v1.0.0");

        var found = new PluginLocator(Search() with { ProjectPlugins = [new ProjectPlugin("kit", "here")] }).Find("kit", null);

        Assert.That(found.Directory, Is.EqualTo(Path.Combine(folder, "here")));
    }

    [Test]
    public void Find_OnPath_WinsOverCache()
    {
        Plugin("onpath");
        Plugin("cache/resource-kit-v1.0.0");

        Assert.That(new PluginLocator(Search()).Find("kit", null).Directory, Is.EqualTo(Path.Combine(folder, "onpath")));
    }

    [Test]
    public void Find_InCacheWithoutVersion_TakesTheNewestRelease()
    {
        Plugin("cache/resource-kit-v1.9.0");
        Plugin("cache/resource-kit-v1.10.0");
        Plugin("cache/resource-kit-v1.10.0-rc.1");

        Assert.That(new PluginLocator(Search()).Find("kit", null).Directory, Does.EndWith("resource-kit-v1.10.0"));
    }

    [Test]
    public void Find_InCacheWithVersion_TakesExactlyThatOne()
    {
        Plugin("cache/resource-kit-v1.9.0");
        Plugin("cache/resource-kit-v1.10.0");

        Assert.That(new PluginLocator(Search()).Find("kit", "1.9.0").Directory, Does.EndWith("v1.9.0"));
        Assert.That(() => new PluginLocator(Search()).Find("kit", "2.0.0"), Throws.TypeOf<PluginException>());
    }

    [Test]
    public void Find_IncompleteInstall_IsNotTaken()
    {
        Plugin("cache/resource-kit-v1.9.0");
        File.WriteAllText(Path.Combine(folder, "cache", "resource-kit-v1.9.0.partial"), "");

        Assert.That(() => new PluginLocator(Search()).Find("kit", null), Throws.TypeOf<PluginException>());
    }

    [Test]
    public void Find_ProjectEntryWithoutExecutable_NamesThePathAndDoesNotLookElsewhere()
    {
        Plugin("onpath");

        Assert.That(
            () => new PluginLocator(Search() with { ProjectPlugins = [new ProjectPlugin("kit", "empty")] }).Find("kit", null),
            Throws.TypeOf<PluginException>().With.Message.Contains("HAI1402").And.Message.Contains(Path.Combine(folder, "empty")).And.Message.Contains("mend"));
    }

    [Test]
    public void Find_Described_StartsTheBinaryFromThePluginsFolder()
    {
        var path = Path.Combine(folder, "described");
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "PulumiPlugin.yaml"), "runtime:\n  name: dotnet\n  options:\n    binary: ./x\n");

        var found = new PluginLocator(Search() with { ProjectPlugins = [new ProjectPlugin("kit", "described")] }).Find("kit", null);

        Assert.That(found.Command.File, Is.EqualTo(Path.Combine(path, "x")));
    }

    [Test]
    public void Find_Nowhere_ListsWhereItLooked() =>
        Assert.That(
            () => new PluginLocator(Search()).Find("kit", null),
            Throws.TypeOf<PluginException>().With.Message.Contains("pulumi-resource-kit").And.Message.Contains("PATH").And.Message.Contains(Path.Combine(folder, "cache")));

    private PluginSearch Search() => new()
    {
        ProjectDirectory = folder,
        SearchPath = Path.Combine(folder, "onpath"),
        Cache = Path.Combine(folder, "cache"),
    };

    private void Plugin(string at)
    {
        var path = Path.Combine(folder, at);
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "pulumi-resource-kit" + (OperatingSystem.IsWindows() ? ".exe" : "")), "");
    }
}
