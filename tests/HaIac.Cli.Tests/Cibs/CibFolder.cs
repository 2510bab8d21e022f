namespace HaIac.Cli.Tests.Cibs;

/// <summary>A folder with the example CIBs in it; commands run there, without a project unless a test makes one.</summary>
internal sealed class CibFolder : IDisposable
{
    public const string Cluster = "virtual:cluster?nodes=ctl1,ctl2";

    public CibFolder()
    {
        foreach (var file in Directory.GetFiles(Examples))
            File.Copy(file, Project.PathOf(Path.GetFileName(file)));
    }

    public TemporaryProject Project { get; } = new();

    public static string Examples => Path.Combine(TestContext.CurrentContext.TestDirectory, "Cibs", "Examples");

    public string Read(string name) => Project.Read(name);

    public void Write(string name, string content) => Project.Write(name, content);

    public Task<CommandResult> RunAsync(params string[] arguments) => Project.RunAsync(["cib", .. arguments]);

    /// <summary>Runs a command with a text on its standard input.</summary>
    public Task<CommandResult> PipeAsync(string input, params string[] arguments) => Project.PipeAsync(input, ["cib", .. arguments]);

    /// <summary>Runs a command with somebody at the terminal who types this.</summary>
    public Task<CommandResult> TypeAsync(string typed, params string[] arguments) => Project.RunAsync(typed, ["cib", .. arguments]);

    public void Dispose() => Project.Dispose();

    public static void NeedsTool(string tool)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin");
        if (!path.Any(folder => File.Exists(Path.Combine(folder, tool))))
            Assert.Ignore($"{tool} is not on this host; install pacemaker-cli-utils");
    }
}
