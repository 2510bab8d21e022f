using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;
using HaIac.Transport.Agents;
using HaIac.Transport.Failing;
using HaIac.Transport.Nodes;
using HaIac.Transport.Observing;
using HaIac.Transport.Running;
using HaIac.Transport.Simulating;
using HaIac.Transport.Verifying;

namespace HaIac.Transport.Tooling;

/// <summary>Pacemaker's command-line tools as methods: builds the commands, names their failures, reads their answers.</summary>
/// <param name="runner">Runs them, here or on a node.</param>
/// <param name="settings">Time and size limits.</param>
/// <param name="address">The cluster's address, for messages.</param>
internal sealed class ClusterTools(ICommandRunner runner, TransportSettings settings, string address)
{
    // crm_simulate writes the resulting CIB to a file only (a socket, which sshd uses as standard output, cannot be opened by name).
    // The script is constant; what it is given are positional parameters, so nothing is interpreted by the shell.
    private const string SimulateScript =
        "d=$(mktemp -d) || exit 73; trap 'rm -rf \"$d\"' EXIT; crm_simulate \"$@\" --save-output=\"$d/cib.xml\"; s=$?; "
        + "[ \"$s\" -eq 0 ] && [ -f \"$d/cib.xml\" ] && cat \"$d/cib.xml\"; exit \"$s\"";

    private volatile bool wantsWholeVersion;

    // A tool with a limit of its own gets the chance to say that it is over.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Reads the CIB of the running cluster, or of the file that <c>CIB_file</c> names.</summary>
    /// <returns>The CIB, and the node that gave it.</returns>
    public async Task<(CibDocument Cib, string? Node)> QueryAsync(string? file, CancellationToken cancellationToken)
    {
        var command = Tool("cibadmin", settings.QueryTimeout, file, "--query");
        var result = await RunAsync(command, cancellationToken).ConfigureAwait(false);
        return (Answers.Document(result.Output, command, result), result.Node);
    }

    /// <summary>Applies a patch. On a refusal by the schema the reasons are not known yet.</summary>
    public async Task PatchAsync(string? file, CibPatch patch, CancellationToken cancellationToken)
    {
        // cibadmin itself gives up after 30 s unless told otherwise.
        var wait = ((int)Math.Ceiling(settings.PatchTimeout.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var command = Tool("cibadmin", settings.PatchTimeout + Grace, file, "--patch", "--xml-pipe", $"--timeout={wait}") with
        {
            Input = patch.Xml,
            ChangesCluster = true,
        };
        if (!wantsWholeVersion)
        {
            var result = await runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
            if (result.ExitCode == 0)
            {
                return;
            }

            if (new CrmExit(result.ExitCode) != CrmExit.Software)
            {
                throw ToolFailures.Of(command, result, address);
            }

            wantsWholeVersion = true;
        }

        await RunAsync(WholeVersionPin.Of(command, patch.Before.Version), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Observes the running cluster, or the one that the file describes.</summary>
    public async Task<ClusterStatus> MonitorAsync(string? file, CancellationToken cancellationToken)
    {
        var command = Tool("crm_mon", settings.QueryTimeout, file, "--one-shot", "--inactive", "--output-as=xml");
        var result = await RunAsync(command, cancellationToken).ConfigureAwait(false);
        return StatusReader.Read(Answers.Element(result.Output, command, result), command, result);
    }

    /// <summary>Lets the scheduler work out and play through the transition.</summary>
    /// <param name="cib">The document to start from.</param>
    /// <param name="events">Synthetic events before it, as options of crm_simulate.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Simulation> SimulateAsync(string cib, IEnumerable<string> events, CancellationToken cancellationToken)
    {
        ValueList<string> options = ["--simulate", "--xml-pipe", "--output-as=xml", .. events];
        var command = new Command
        {
            Program = "sh",
            Tool = "crm_simulate",
            Arguments = ["-c", SimulateScript, "crm_simulate", .. options],
            Title = $"crm_simulate {string.Join(' ', options)}",
            Input = cib,
            Timeout = settings.SimulationTimeout,
            OutputLimit = settings.OutputLimit,
        };
        var result = await RunAsync(command, cancellationToken).ConfigureAwait(false);
        return SimulationReader.Read(result.Output, command, result);
    }

    /// <summary>Lets the scheduler work out the transition, and no more.</summary>
    public async Task<ValueList<SimulatedAction>> PlanAsync(string cib, CancellationToken cancellationToken)
    {
        var command = Tool("crm_simulate", settings.SimulationTimeout, null, "--run", "--xml-pipe", "--output-as=xml") with { Input = cib };
        var result = await RunAsync(command, cancellationToken).ConfigureAwait(false);
        return SimulationReader.ReadActions(Answers.Element(result.Output, command, result));
    }

    /// <summary>Asks Pacemaker's schemas and its scheduler for their opinion.</summary>
    public async Task<VerifyReport> VerifyAsync(string cib, CancellationToken cancellationToken)
    {
        // Twice: once tells errors only, and then a refusal for mere warnings has no reason.
        var command = Tool("crm_verify", settings.QueryTimeout, null, "--verbose", "--verbose", "--xml-pipe") with { Input = cib };
        var result = await runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
        if (result.ExitCode != 0 && new CrmExit(result.ExitCode) != CrmExit.Schema)
        {
            throw ToolFailures.Of(command, result, address);
        }

        return VerifyReader.Read(result);
    }

    /// <summary>Reads the metadata of an agent; null if it is not installed.</summary>
    public async Task<AgentMetadata?> MetadataAsync(AgentName agent, CancellationToken cancellationToken)
    {
        var command = Tool("crm_resource", settings.QueryTimeout, null, $"--show-metadata={agent}");
        var result = await runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
        return new CrmExit(result.ExitCode) switch
        {
            { Number: 0 } => MetadataReader.Read(agent, Answers.Element(result.Output, command, result)),
            var exit when exit == CrmExit.NoSuchObject => null,
            _ => throw ToolFailures.Of(command, result, address),
        };
    }

    /// <summary>The agents of the same standard and provider as this one, by name; empty if there are none.</summary>
    public async Task<ValueList<AgentName>> AgentsLikeAsync(AgentName agent, CancellationToken cancellationToken)
    {
        var kind = agent.Provider is null ? agent.Standard : $"{agent.Standard}:{agent.Provider}";
        var command = Tool("crm_resource", settings.QueryTimeout, null, $"--list-agents={kind}");
        var result = await runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
        return result.ExitCode != 0 // It says "no agents found" with the code of any error.
            ? []
            : [.. result.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(name => AgentName.TryParse($"{kind}:{name}", out var found, out _) ? found : null).OfType<AgentName>()];
    }

    /// <summary>Whether systemd knows a unit. Pacemaker itself has metadata for every name, installed or not.</summary>
    public async Task<bool> HasUnitAsync(string unit, CancellationToken cancellationToken)
    {
        var command = Tool("systemctl", settings.QueryTimeout, null, "show", "--property=LoadState", "--", UnitNames.Whole(unit));
        var result = await RunAsync(command, cancellationToken).ConfigureAwait(false);
        return !result.Output.Contains("LoadState=not-found", StringComparison.Ordinal);
    }

    /// <summary>The units that have a file, by their names without the suffix.</summary>
    public async Task<IReadOnlySet<string>> UnitFilesAsync(CancellationToken cancellationToken) =>
        UnitListing.Read((await RunAsync(UnitListing.Command(settings.QueryTimeout) with { OutputLimit = settings.OutputLimit }, cancellationToken).ConfigureAwait(false)).Output);

    /// <summary>Clears failures, or all history, of a resource, on one node or on all.</summary>
    public Task CleanupAsync(CibId resource, NodeName? node, bool refresh, CancellationToken cancellationToken) =>
        RunAsync(
            Tool("crm_resource", settings.PatchTimeout, null, [refresh ? "--refresh" : "--cleanup", $"--resource={resource}", .. node is null ? (string[])[] : [$"--node={node}"]]) with { ChangesCluster = true },
            cancellationToken);

    /// <summary>An empty CIB in the newest schema that the tools know.</summary>
    public async Task<CibDocument> EmptyCibAsync(CancellationToken cancellationToken)
    {
        var command = Tool("cibadmin", settings.QueryTimeout, null, "--empty");
        var result = await RunAsync(command, cancellationToken).ConfigureAwait(false);
        return Answers.Document(result.Output, command, result);
    }

    private async Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken)
    {
        var result = await runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
        return result.ExitCode == 0 ? result : throw ToolFailures.Of(command, result, address);
    }

    private Command Tool(string program, TimeSpan timeout, string? file, params ReadOnlySpan<string> arguments) => new()
    {
        Program = program,
        Arguments = [.. arguments],
        Environment = file is null ? [] : [new("CIB_file", file)],
        Timeout = timeout,
        OutputLimit = settings.OutputLimit,
    };
}
