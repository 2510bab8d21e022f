using System.Diagnostics;

namespace EndToEnd.Tests;

/// <summary>A user's project in a folder of its own, with a stack "dev"; removed at the end.</summary>
internal sealed class Project : IDisposable
{
    private readonly Dictionary<string, string> _environment;

    private Project(string folder)
    {
        Folder = folder;
        _environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PULUMI_CONFIG_PASSPHRASE"] = string.Empty,
            ["PULUMI_HOME"] = Path.Combine(folder, "home"),
            ["HOME"] = Path.Combine(folder, "home"),
            ["NO_COLOR"] = "1",
        };
    }

    public string Folder { get; }

    public string ClusterFolder => Path.Combine(Folder, ".haiac/dev");

    public string Cib => File.ReadAllText(Path.Combine(ClusterFolder, "cib.xml"));

    public string StateFile => Path.Combine(Folder, "state/.pulumi/stacks/e2e/dev.json");

    public Dictionary<string, string> Environment => _environment;

    /// <summary>Makes a project that runs a program of this repository, and initialises its stack.</summary>
    /// <param name="program">Folder of the program's project, such as <c>examples/Quickstart</c>.</param>
    /// <param name="cluster">Address of the cluster; a virtual one by default.</param>
    public static async Task<Project> CreateAsync(string program, string cluster = "virtual:.haiac/dev?nodes=ctl1,ctl2,ctl3")
    {
        var project = new Project(Directory.CreateTempSubdirectory("haiac-e2e-").FullName);
        Directory.CreateDirectory(Path.Combine(project.Folder, "home"));
        Directory.CreateDirectory(Path.Combine(project.Folder, "state"));
        await File.WriteAllTextAsync(Path.Combine(project.Folder, "Pulumi.yaml"), $"""
            name: e2e
            runtime:
              name: dotnet
              options:
                binary: {Checkout.Program(program)}
            backend:
              url: file://./state
            plugins:
              providers:
                - name: haiac
                  path: {Checkout.Plugin}

            """);
        await project.MustAsync("stack", "init", "dev");
        await project.MustAsync("config", "set", "haiac:cluster", cluster);
        return project;
    }

    /// <summary>A project of the scenario programs.</summary>
    public static async Task<Project> ForScenarioAsync(string scenario, string cluster = "virtual:.haiac/dev?nodes=ctl1,ctl2,ctl3")
    {
        var project = await CreateAsync("tests/EndToEnd.Program", cluster);
        await project.MustAsync("config", "set", "scenario", scenario);
        return project;
    }

    public Process Start(params string[] arguments) => CommandLine.Start(Checkout.Haiac, Complete(arguments), Folder, _environment);

    public Task<CommandResult> RunAsync(params string[] arguments) => CommandLine.FinishAsync(Start(arguments));

    public async Task<CommandResult> MustAsync(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.That(result.ExitCode, Is.Zero, result.ToString());
        return result;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static IEnumerable<string> Complete(string[] arguments) => [.. arguments, "--non-interactive"];
}
