using HaIac.Transport.Running;

namespace HaIac.Transport.Tests.Committing;

/// <summary>
/// A CIB in a file that Pacemaker's own tools read and change, with the CIB manager's code in them: pins, schemas and counters are the real ones.
/// A test lets others write with the same tools at the worst moments. The schema is an old one, which does not know all that our records hold.
/// </summary>
internal sealed class CibFile : ICommandRunner
{
    private const string Start =
        """
        <cib crm_feature_set="3.16.1" validate-with="pacemaker-1.2" admin_epoch="0" epoch="1" num_updates="0" have-quorum="1">
          <configuration>
            <crm_config/>
            <nodes><node id="1" uname="ctl1"/></nodes>
            <resources>
              <primitive id="web" class="ocf" provider="pacemaker" type="Dummy">
                <instance_attributes id="web-params"><nvpair id="web-fake" name="fake" value="a"/></instance_attributes>
              </primitive>
            </resources>
            <constraints>
              <rsc_location id="loc" rsc="web" node="ctl1" score="10"/>
            </constraints>
          </configuration>
          <status><node_state id="1" uname="ctl1" crm-debug-origin="start"/></status>
        </cib>
        """;

    private readonly TemporaryDirectory directory = new();
    private readonly LocalCommandRunner tools = new();
    private readonly string file;

    public CibFile()
    {
        file = directory.Write("cib.xml", Start);
    }

    /// <summary>What happens instead of the next patches; the function it gets sends the patch.</summary>
    public Queue<Func<Func<Task<CommandResult>>, Task<CommandResult>>> OnPatch { get; } = [];

    /// <summary>The command in the place of cibadmin; null: the real one.</summary>
    public string? Cibadmin { get; set; }

    public int Patches { get; private set; }

    public int Verifications { get; private set; }

    public string Text => File.ReadAllText(file);

    public string DirectoryPath => directory.Path;

    public ICibTransport Open() => new ToolTransport("file:", this, new TransportSettings());

    /// <summary>Somebody else uses cibadmin.</summary>
    public async Task OthersAsync(params string[] arguments)
    {
        var result = await tools.RunAsync(WithFile(new Command { Program = "cibadmin", Arguments = [.. arguments], Timeout = Commits.Limit }));
        Assert.That(result.ExitCode, Is.Zero, result.Errors);
    }

    /// <summary>The status moves on.</summary>
    public Task MoveStatusAsync(string origin) => OthersAsync("--modify", "--scope", "status", "--xml-text", $"<node_state id=\"1\" uname=\"ctl1\" crm-debug-origin=\"{origin}\"/>");

    public async Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken = default)
    {
        Verifications += command.Program == "crm_verify" ? 1 : 0;
        Task<CommandResult> Run() => tools.RunAsync(WithFile(command), cancellationToken);
        if (!command.ChangesCluster)
        {
            return await Run();
        }

        Patches++;
        return OnPatch.TryDequeue(out var happens) ? await happens(Run) : await Run();
    }

    public void Distrust(string? node)
    {
    }

    public async ValueTask DisposeAsync()
    {
        await tools.DisposeAsync();
        if (Directory.Exists(directory.Path))
        {
            directory.Dispose();
        }
    }

    private Command WithFile(Command command) => command with
    {
        Program = command.Program == "cibadmin" && Cibadmin is not null ? Cibadmin : command.Program,
        Environment =
        [
            new("CIB_file", file), new("CIB_user", "operator"),
            .. Cibadmin is null ? (KeyValuePair<string, string>[])[] : [new("PATH", $"{Path.GetDirectoryName(Cibadmin)}:{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin")],
        ],
    };
}
