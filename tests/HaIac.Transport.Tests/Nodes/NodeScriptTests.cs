using HaIac.Transport.Nodes;
using HaIac.Transport.Nodes.Asking;
using HaIac.Transport.Running;
using HaIac.Transport.Tests.Committing;

namespace HaIac.Transport.Tests.Nodes;

[TestFixture]
internal sealed class NodeScriptTests
{
    [TestCase("shellcheck", "--shell=sh", "-")]
    [TestCase("dash", "-n")]
    [TestCase("bash", "--posix", "-n")]
    public async Task Script_Read_IsAccepted(string program, params string[] arguments)
    {
        HostTools.Require(program);
        var script = NodeScript.Of("", changes: false, "", Commits.Limit).Arguments[1];

        var result = await new LocalCommandRunner().RunAsync(new Command { Program = program, Arguments = [.. arguments], Input = script, Timeout = Commits.Limit });

        Assert.That(result.ExitCode, Is.Zero, result.Output + result.Errors);
    }

    [TestCase("memcached", null)]
    [TestCase("dbus-org@1", null)]
    [TestCase("a.socket", null)]
    [TestCase(@"dev-disk-by\x2dlabel.mount", null)]
    [TestCase("", "begins with a letter")]
    [TestCase("-a", "begins with a letter")]
    [TestCase("a b", "begins with a letter")]
    [TestCase("a\n", "begins with a letter")]
    [TestCase("$(id)", "begins with a letter")]
    [TestCase("../a", "begins with a letter")]
    [TestCase("a@.service", "template")]
    public void Fault_Name_IsFoundBeforeItGoesAnywhere(string name, string? fault)
    {
        Assert.That(UnitNames.Fault(name), fault is null ? Is.Null : Does.Contain(fault));
    }

    [TestCase("memcached", "memcached.service")]
    [TestCase("memcached.service", "memcached.service")]
    [TestCase("a.b", "a.b.service")]
    [TestCase("a.socket", "a.socket")]
    public void Whole_Name_HasItsSuffix(string name, string whole)
    {
        Assert.That(UnitNames.Whole(name), Is.EqualTo(whole));
    }
}
