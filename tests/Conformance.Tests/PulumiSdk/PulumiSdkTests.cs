using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Conformance.Tests.PulumiSdk;

/// <summary>PulumiSdk=official, proven with packages that hold the bundled code behind the published API.</summary>
internal sealed class PulumiSdkTests
{
    private ScratchCheckout _checkout = null!;
    private StandInFeed _feed = null!;
    private string _user = null!;
    private ProgramRun _build = null!;

    [OneTimeSetUp]
    public async Task BuildEverything()
    {
        _checkout = new ScratchCheckout();
        _feed = new StandInFeed(_checkout.Root, ProjectGraph.Root);
        _checkout.UseFeed(_feed.Folder);
        _user = UserProject.Write(_checkout.Root);
        var projects = string.Join(';', _checkout.SwitchingProjects.Append(_user));
        await File.WriteAllTextAsync(Path.Combine(_checkout.Tree, "all.proj"), $"""
            <Project DefaultTargets="Build">
              <ItemGroup><All Include="{projects}" /></ItemGroup>
              <Target Name="Restore"><MSBuild Projects="@(All)" Targets="Restore" /></Target>
              <Target Name="Build"><MSBuild Projects="@(All)" Targets="Build" BuildInParallel="true" /></Target>
            </Project>
            """);
        _build = await _checkout.DotnetAsync("msbuild", "all.proj", "-restore", "-m:2", "-v:q", "-nologo", "-p:PulumiSdk=official", "-p:RunAnalyzers=false");
    }

    [OneTimeTearDown]
    public void CleanUp() => _checkout?.Dispose();

    [Test]
    public void StandIn_Always_ShowsNoMoreThanThePublishedApi()
        => Assert.That(StandInAssembly.BeyondThePublished(_feed.Pulumi), Is.Empty);

    // They compile against the official SDK; so the stand-in shows no less than they need either.
    [Test]
    public void StandIn_ForTheProgramsOfTheKit_ShowsEnough()
    {
        ConformanceKit.IgnoreIfAbsent();
        var programs = Directory.GetFiles(ConformanceKit.Folder!, "Program.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetRelativePath(ConformanceKit.Folder!, f).Split('/')[0] is "mocks" or "sdk-traffic");
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable);

        var errors = programs.AsParallel().SelectMany(file => CSharpCompilation
            .Create("kit", [CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: Path.GetFileName(Path.GetDirectoryName(file)!))], _feed.References, options)
            .GetDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => d.ToString()));

        Assert.That(string.Join('\n', errors), Is.Empty);
    }

    [Test]
    public void SwitchingProjects_Always_AreTheProgramsAndWhatTheyUse()
        => Assert.That(_checkout.SwitchingProjects, Is.SupersetOf(new[]
        {
            "examples/Quickstart/Quickstart.csproj", "sdk/HaIac/HaIac.csproj", "tests/EndToEnd.Program/EndToEnd.Program.csproj",
            "tests/HaIac.Tests/HaIac.Tests.csproj", "tests/Quickstart.Tests/Quickstart.Tests.csproj",
        }));

    [Test]
    public void SwitchingProjects_BuiltAgainstThePublishedApi_Compile()
    {
        Assert.That(_build.ExitCode, Is.Zero, _build.Output + _build.Errors);
        Assert.That(_build.Output, Does.Not.Contain("warning"));
    }

    [Test]
    public async Task Example_WithItsMocks_RunsOnThePackages()
    {
        RequireBuild();

        var run = await _checkout.DotnetAsync("vstest", "tests/Quickstart.Tests/bin/Debug/net10.0/Quickstart.Tests.dll");

        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Errors);
        Assert.That(run.Output, Does.Match(@"Passed: +[1-9]"));
    }

    [Test]
    public async Task UserProject_ThatRefersToACheckout_BuildsAndRunsOnThePackages()
    {
        RequireBuild();

        var run = await _checkout.DotnetAsync(Path.Combine(Path.GetDirectoryName(_user)!, "bin/Debug/net10.0/User.dll"));

        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Errors);
        Assert.That(run.Output, Does.Contain("haproxy").And.Contain("public-vip"));
    }

    [Test]
    public void OutputFolders_Always_HoldThePackagesAssembly()
    {
        RequireBuild();

        var found = Directory.GetFiles(_checkout.Root, "Pulumi.dll", SearchOption.AllDirectories)
            .Where(f => f.Contains("/bin/", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetRelativePath(_checkout.Root, f), File.ReadAllBytes);

        Assert.That(found, Has.Count.GreaterThanOrEqualTo(4));
        Assert.That(found.Where(f => !f.Value.AsSpan().SequenceEqual(File.ReadAllBytes(_feed.Pulumi))).Select(f => f.Key), Is.Empty);
    }

    [Test]
    public async Task Build_WithAnUnknownValue_NamesTheTwoThatThereAre()
    {
        var run = await _checkout.DotnetAsync("build", "tests/EndToEnd.Program", "-p:PulumiSdk=offical", "-v:q", "-nologo", "-clp:NoSummary");

        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(Errors(run), Has.Length.EqualTo(1), run.Output);
        Assert.That(Errors(run)[0], Does.Contain("PulumiSdk is 'offical'").And.Contain("bundled").And.Contain("official"));
    }

    [Test]
    public async Task Build_WhereTheFeedsLackThePackages_IsOneErrorThatSaysWhatToDo()
    {
        Assume.That(ScratchCheckout.BuiltWith("pulumi"), Does.Not.Exist, "This host has the published package.");
        var empty = Directory.CreateDirectory(Path.Combine(_checkout.Root, "empty")).FullName;

        var run = await _checkout.DotnetAsync(
            "build", "tests/EndToEnd.Program", "-p:PulumiSdk=official", "-p:RestoreSources=" + empty, "-p:RestorePackagesPath=" + Path.Combine(empty, "packages"),
            "-v:q", "-nologo", "-clp:NoSummary");

        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(Errors(run), Has.Length.EqualTo(1), run.Output);
        Assert.That(Errors(run)[0], Does.Contain("Pulumi 3.").And.Contain("Pulumi.Command 1.").And.Contain("NU1101").And.Contain("PulumiSdk=bundled"));
    }

    private static string[] Errors(ProgramRun run)
        => run.Output.Split('\n').Where(l => l.Contains("error", StringComparison.Ordinal)).Distinct().ToArray();

    private void RequireBuild() => Assume.That(_build.ExitCode, Is.Zero, "The build failed; see the test that says so.");
}
