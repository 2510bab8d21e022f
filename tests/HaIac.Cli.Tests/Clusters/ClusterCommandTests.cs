using System.Text.Json;

namespace HaIac.Cli.Tests.Clusters;

[Category("Tools")]
public sealed class ClusterCommandTests
{
    private const string Address = "virtual:.haiac/dev?nodes=ctl1,ctl2,ctl3";

    private const string Vip = """
        <primitive id="public-vip" class="ocf" provider="pacemaker" type="Dummy"><operations><op id="public-vip-monitor-10s" name="monitor" interval="10s"/></operations></primitive>
        """;

    [SetUp]
    public void NeedsPacemaker()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin");
        if (!path.Any(folder => File.Exists(Path.Combine(folder, "crm_simulate"))))
            Assert.Ignore("crm_simulate is not on this host; install pacemaker-cli-utils");
    }

    [Test]
    public async Task FailNode_NodeOfTheVip_SaysWhereItWent()
    {
        using var project = await ProjectAsync();
        var before = await NodeOfVipAsync(project);

        var failed = await project.RunAsync("cluster", "fail-node", before);

        var after = await NodeOfVipAsync(project);
        Assert.That(failed.Out, Is.EqualTo($"Node {before} has failed.\n  public-vip: {before} -> {after}\n"));
        Assert.That(after, Is.Not.EqualTo(before));
        Assert.That((await project.RunAsync("cluster", "status")).Out, Does.Match($@"{before}\s+offline").And.Match(@"public-vip\s+primitive\s.*running"));
    }

    [Test]
    public async Task RecoverNode_FailedNode_IsOnlineAgain()
    {
        using var project = await ProjectAsync();
        await project.RunAsync("cluster", "fail-node", "ctl3");

        var result = await project.RunAsync("cluster", "recover-node", "ctl3");

        Assert.That(result.Out, Does.StartWith("Node ctl3 is back."));
        Assert.That((await project.RunAsync("cluster", "status")).Out, Does.Not.Contain("offline"));
    }

    [Test]
    public async Task FailResource_RunningOne_IsToldAsFailure()
    {
        using var project = await ProjectAsync();
        var node = await NodeOfVipAsync(project);

        var result = await project.RunAsync("cluster", "fail-resource", "public-vip", node);

        Assert.That(result.Exit, Is.Zero, result.Error);
        Assert.That((await project.RunAsync("cluster", "status")).Out, Does.Contain($"public-vip on {node}: "));
    }

    [Test]
    public async Task Status_AddressOption_NeedsNoStack()
    {
        using var project = new TemporaryProject();

        var result = await project.RunAsync("cluster", "status", "--cluster", "virtual:there?nodes=a,b");

        Assert.That(result.Exit, Is.Zero, result.Error);
        Assert.That(result.Out, Does.Contain("a     online"));
        Assert.That(File.Exists(project.PathOf("there/cib.xml")));
    }

    [Test]
    public async Task Status_ProgramInASubfolder_FindsTheClusterOfTheProvider()
    {
        using var project = new TemporaryProject("name: demo\nruntime: dotnet\nmain: app\nbackend: {url: 'file://.'}\n");
        project.Write("app/note.txt", "");
        await project.RunAsync("stack", "init", "dev");
        await project.RunAsync("config", "set", "haiac:cluster", Address);

        await project.RunAsync("cluster", "status");

        Assert.That(File.Exists(project.PathOf("app/.haiac/dev/cib.xml")));
    }

    [TestCase("status", "HAI1251")]
    [TestCase("status --cluster nonsense://x", "HAI4001")]
    [TestCase("fail-node ctl1 --cluster local:", "HAI1250")]
    [TestCase("fail-node nobody --cluster virtual:x?nodes=a", "nobody")]
    [TestCase("fail-resource nothing a --cluster virtual:x?nodes=a", "nothing")]
    public async Task Cluster_BadInput_SaysWhatAndWhy(string arguments, string named)
    {
        using var project = new TemporaryProject();
        await project.RunAsync("stack", "init", "dev");

        var result = await project.RunAsync(["cluster", .. arguments.Split(' ')]);

        Assert.That(result.Exit, Is.EqualTo(1));
        Assert.That(result.Error, Does.StartWith("error: HAI").And.Contain(named).And.Not.Contain("   at "));
    }

    private static async Task<TemporaryProject> ProjectAsync()
    {
        var project = new TemporaryProject();
        await project.RunAsync("stack", "init", "dev");
        await project.RunAsync("config", "set", "haiac:cluster", Address);
        await project.RunAsync("cluster", "status");
        var cib = project.Read(".haiac/dev/cib.xml");
        project.Write(".haiac/dev/cib.xml", cib.Contains("<resources/>", StringComparison.Ordinal)
            ? cib.Replace("<resources/>", $"<resources>{Vip}</resources>", StringComparison.Ordinal)
            : cib.Replace("</resources>", $"{Vip}</resources>", StringComparison.Ordinal));

        // Any change lets the scheduler place what is new.
        await project.RunAsync("cluster", "recover-node", "ctl1");
        return project;
    }

    private static async Task<string> NodeOfVipAsync(TemporaryProject project)
    {
        var result = await project.RunAsync("cluster", "status", "--json");
        using var document = JsonDocument.Parse(result.Out);
        return document.RootElement.GetProperty("resources")[0].GetProperty("runningOn")[0].GetString()!;
    }
}
