namespace Conformance.Tests;

/// <summary>A program whose engine is missing or gone ends with a sentence that helps, not with a crash.</summary>
internal sealed class WithoutEngineTests
{
    private const string Program = """
        using System;
        using Pulumi;

        return await Deployment.RunAsync(() => { new CustomResource("a:b:C", "c", null, (CustomResourceOptions?)null); });
        """;

    [Test]
    public async Task Program_StartedByHand_SaysHowToRunIt()
    {
        using var compiler = new ProgramCompiler();

        var run = await ProgramRun.StartAsync(compiler.Compile("by-hand", Program), Path.GetTempPath(), new Dictionary<string, string>());

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Errors, Does.Contain("haiac up").And.Not.Contain("   at "));
    }

    [Test]
    public async Task Program_EngineIsGone_SaysSoAndEnds()
    {
        using var compiler = new ProgramCompiler();
        var environment = new Dictionary<string, string>
        {
            ["PULUMI_MONITOR"] = "127.0.0.1:1",
            ["PULUMI_ENGINE"] = "127.0.0.1:1",
            ["PULUMI_PROJECT"] = "p",
            ["PULUMI_STACK"] = "s",
            ["PULUMI_DRY_RUN"] = "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = "1",
        };

        var run = await ProgramRun.StartAsync(compiler.Compile("engine-gone", Program), Path.GetTempPath(), environment);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Errors, Does.Contain("127.0.0.1:1 cannot be reached").And.Not.Contain("   at "));
    }
}
