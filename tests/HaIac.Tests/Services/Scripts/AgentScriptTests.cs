using Pulumi;

namespace HaIac.Tests.Services.Scripts;

[TestFixture]
public sealed class AgentScriptTests
{
    private const string Token = "haiac:services:Service";

    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("haiac-scripts-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    [Property("Requirement", "A5")]
    [Property("Requirement", "B12")]
    [Property("Requirement", "B13")]
    public async Task Script_FromAFile_GoesToThePlaceOfTheServicesAgent()
    {
        var file = Write("heat-engine", "#!/bin/sh\nexit 0\n");

        var inputs = await Run(new() { Scripts = { AgentScript.FromFile(file) } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("scripts[0].path"), Is.EqualTo("/usr/lib/ocf/resource.d/own/heat-engine"));
            Assert.That(inputs.At("scripts[0].content"), Is.EqualTo("#!/bin/sh\nexit 0\n"));
            Assert.That(inputs.At("scripts[0].mode"), Is.Null);
        }
    }

    [Test]
    [Property("Requirement", "B13")]
    public async Task Script_WithAnotherRootAgentAndMode_GoesThere()
    {
        var inputs = await Run(new()
        {
            AgentRoot = "/opt/ocf/",
            Scripts = { new() { Text = "a", Agent = "ocf:own:helper", Mode = "0700" }, new() { Text = "b", Path = "/usr/lib/ocf/lib/own/functions" } },
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs.At("scripts[0].path"), Is.EqualTo("/opt/ocf/resource.d/own/helper"));
            Assert.That(inputs.At("scripts[0].mode"), Is.EqualTo("0700"));
            Assert.That(inputs.At("scripts[1].path"), Is.EqualTo("/usr/lib/ocf/lib/own/functions"));
        }
    }

    [Test]
    [Property("Requirement", "B12")]
    public async Task Script_FromATemplate_HasItsPlacesFilled()
    {
        var template = Write("agent.tpl", "port={{port}} user={{ user }} again={{port}} shell=${x}");

        var inputs = await Run(new()
        {
            Scripts = { AgentScript.FromTemplate(template, new Dictionary<string, Input<string>> { ["port"] = "8004", ["user"] = Output.CreateSecret("heat") }) },
        });

        Assert.That(inputs.At("scripts[0].content"), Is.EqualTo("port=8004 user=heat again=8004 shell=${x}"));
    }

    [Test]
    [Property("Correction", "B12")]
    public void Script_WithTemplateAndFile_TakesTheTemplateAndWarns()
    {
        var args = ServiceArgs.For("heat-engine", Own(new()
        {
            Scripts = { new() { Template = Write("agent.tpl", "template"), File = Write("agent", "file") } },
        }));

        var composition = ServiceComposer.Compose(args);

        Assert.That(composition.Scripts, Has.Length.EqualTo(1));
        Assert.That(composition.Warnings.Select(w => w.ToString()), Has.One.Contains("HAI1125").And.One.Contains("Template and File are given; Template is used."));
    }

    [Test]
    public async Task Scripts_WithEverythingWrong_SayAllOfItAtOnce()
    {
        var template = Write("agent.tpl", "{{port}}");
        var run = () => Run(new()
        {
            PacemakerClass = PacemakerClass.Systemd(),
            Scripts =
            {
                new() { Text = "no place" },
                new() { Path = "/a" },
                new() { Path = "/b", File = Path.Combine(_folder, "missing") },
                new() { Path = "/c", Template = template, Values = { ["prot"] = "1" } },
            },
        });

        var failure = await Assert.ThrowsAsync<RunException>(() => run());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure!.Message, Does.Contain("HAI1121").And.Contain("Agent \"systemd:heat-engine\" has no script of its own."));
            Assert.That(failure.Message, Does.Contain("HAI1122"));
            Assert.That(failure.Message, Does.Contain("HAI1123").And.Contain("missing"));
            Assert.That(failure.Message, Does.Contain("HAI1124").And.Contain("No value for: port. No place for: prot."));
        }
    }

    private static ServiceArgs Own(ServiceArgs args)
    {
        args.HaMode = HaMode.ActivePassive;
        args.PacemakerClass ??= PacemakerClass.Agent("ocf:own:heat-engine");
        return args;
    }

    private static async Task<System.Collections.Immutable.ImmutableDictionary<string, object>> Run(ServiceArgs args)
    {
        var mocks = await ProgramRunner.RunAsync(() => _ = new Service("heat-engine", Own(args)));
        return mocks.Inputs(Token, "heat-engine");
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
