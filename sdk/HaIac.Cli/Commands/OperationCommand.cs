using System.CommandLine;
using HaIac.Cli.Operations;
using HaIac.Engine;
using HaIac.Engine.Rendering;

namespace HaIac.Cli.Commands;

/// <summary><c>haiac preview</c>, <c>haiac up</c>, <c>haiac refresh</c>, <c>haiac destroy</c>.</summary>
internal sealed class OperationCommand
{
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Do not ask." };
    private readonly Option<bool> _skipPreview = new("--skip-preview", "-f") { Description = "Go without the preview; counts as --yes." };
    private readonly Option<bool> _previewOnly = new("--preview-only") { Description = "Preview, and do nothing." };
    private readonly Option<bool> _continueOnError = new("--continue-on-error") { Description = "Go on with what does not need a failed step." };
    private readonly Option<bool> _expectNoChanges = new("--expect-no-changes") { Description = "Fail (exit code 7) if there is a change." };
    private readonly Option<bool> _refresh = new("--refresh", "-r") { Description = "Look at every object first, and make the state what is really there." };
    private readonly Option<bool> _clearPendingCreates = new("--clear-pending-creates") { Description = "Forget creations that an interrupted operation left behind." };
    private readonly Option<bool> _remove = new("--remove") { Description = "Remove the stack and its configuration afterwards." };
    private readonly Option<bool> _json = new("--json", "-j") { Description = "Print JSON." };
    private readonly Option<bool> _diff = new("--diff") { Description = "Show every changed property." };
    private readonly Option<bool> _debug = new("--debug", "-d") { Description = "Show debug messages." };
    private readonly Option<int?> _parallel = new("--parallel", "-p") { Description = "Most steps at once (default 1024; also PULUMI_PARALLEL).", HelpName = "N" };
    private readonly Option<string?> _eventLog = new("--event-log") { Description = "Write every event to this file, one JSON object a line.", HelpName = "FILE" };
    private readonly Option<string?> _message = new("--message", "-m") { Description = "What the history says about this operation.", HelpName = "TEXT" };
    private readonly Option<string[]> _config = new("--config", "-c") { Description = "Set KEY=VALUE in the stack's configuration first.", HelpName = "KEY=VALUE" };
    private readonly Option<bool> _showConfig = new("--show-config") { Description = "Show the configuration." };
    private readonly Option<bool> _showSames = new("--show-sames") { Description = "Show what does not change." };
    private readonly Option<bool> _showReads = new("--show-reads") { Description = "Show what is only read." };
    private readonly Option<bool> _showSecrets = new("--show-secrets") { Description = "Print secrets in clear." };
    private readonly Option<bool> _showReplacementSteps = new("--show-replacement-steps") { Description = "Show the parts of replacements." };
    private readonly Option<bool> _showFullOutput = new("--show-full-output") { Description = "Do not cut long texts." };
    private readonly Option<bool> _suppressOutputs = new("--suppress-outputs") { Description = "Leave outputs out." };
    private readonly Option<bool> _suppressProgress = new("--suppress-progress") { Description = "Print no dots while nothing happens." };
    private readonly Option<bool> _urns = new("--urns") { Description = "Print URNs instead of names." };

    private readonly GlobalOptions _global;
    private readonly CliHost _host;

    private OperationCommand(GlobalOptions global, CliHost host)
    {
        _global = global;
        _host = host;
    }

    /// <summary><c>haiac preview</c>.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Preview(GlobalOptions global, CliHost host)
    {
        var options = new OperationCommand(global, host);
        var command = options.Create("preview", "Show what up would do.", ["pre"], DeploymentKind.Update, previewOnly: true);
        foreach (var option in new Option[] { options._refresh, options._expectNoChanges, options._showSecrets, options._showReads })
            command.Options.Add(option);
        return command;
    }

    /// <summary><c>haiac up</c>.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Up(GlobalOptions global, CliHost host)
    {
        var options = new OperationCommand(global, host);
        var command = options.Create("up", "Bring about what the program declares.", ["update"], DeploymentKind.Update, previewOnly: false);
        foreach (var option in new Option[] { options._yes, options._skipPreview, options._refresh, options._continueOnError, options._expectNoChanges, options._showSecrets, options._showReads })
            command.Options.Add(option);
        return command;
    }

    /// <summary><c>haiac destroy</c>.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Destroy(GlobalOptions global, CliHost host)
    {
        var options = new OperationCommand(global, host);
        var command = options.Create("destroy", "Delete everything in the stack.", ["down", "dn"], DeploymentKind.Destroy, previewOnly: false);
        foreach (var option in new Option[] { options._yes, options._skipPreview, options._previewOnly, options._refresh, options._continueOnError, options._remove })
            command.Options.Add(option);
        return command;
    }

    /// <summary><c>haiac refresh</c>.</summary>
    /// <param name="global">Options of every command.</param>
    /// <param name="host">The world.</param>
    public static Command Refresh(GlobalOptions global, CliHost host)
    {
        var options = new OperationCommand(global, host);
        var command = options.Create("refresh", "Make the state what is really there; touches no object.", [], DeploymentKind.Refresh, previewOnly: false);
        foreach (var option in new Option[] { options._yes, options._skipPreview, options._previewOnly, options._expectNoChanges, options._clearPendingCreates })
            command.Options.Add(option);
        return command;
    }

    private Command Create(string name, string description, string[] aliases, DeploymentKind kind, bool previewOnly)
    {
        var command = new Command(name, description)
        {
            _json, _diff, _debug, _parallel, _eventLog, _message, _config, _showConfig, _showSames,
            _showReplacementSteps, _showFullOutput, _suppressOutputs, _suppressProgress, _urns,
        };
        foreach (var alias in aliases)
            command.Aliases.Add(alias);
        command.SetAction((parsed, _) =>
        {
            var settings = Settings(parsed, kind, previewOnly);
            if (settings is { PreviewOnly: true, SkipPreview: true })
                throw new Engine.State.StateException("HAI1245", "Options exclude each other", "--skip-preview and --preview-only cannot be given together.", null, null, "Leave one of them out.");
            return new OperationRunner(_global.HostOf(parsed, _host), settings).RunAsync();
        });
        return command;
    }

    private OperationSettings Settings(ParseResult parsed, DeploymentKind kind, bool previewOnly) => new()
    {
        Kind = kind,
        Refresh = parsed.GetValue(_refresh),
        ClearPendingCreates = parsed.GetValue(_clearPendingCreates),
        PreviewOnly = previewOnly || parsed.GetValue(_previewOnly),
        SkipPreview = parsed.GetValue(_skipPreview),
        Yes = parsed.GetValue(_yes),
        Json = parsed.GetValue(_json),
        Diff = parsed.GetValue(_diff),
        SuppressProgress = parsed.GetValue(_suppressProgress),
        Stack = parsed.GetValue(_global.Stack),
        Parallel = parsed.GetValue(_parallel) ?? (int.TryParse(_host.Environment("PULUMI_PARALLEL"), out var set) ? set : null),
        ContinueOnError = parsed.GetValue(_continueOnError) || _host.IsSet("PULUMI_CONTINUE_ON_ERROR"),
        ExpectNoChanges = parsed.GetValue(_expectNoChanges),
        EventLog = parsed.GetValue(_eventLog),
        Message = parsed.GetValue(_message) ?? "",
        Config = parsed.GetValue(_config) ?? [],
        Remove = parsed.GetValue(_remove),
        Display = new("", "", OperationKind.Update, true)
        {
            ShowConfig = parsed.GetValue(_showConfig),
            ShowSames = parsed.GetValue(_showSames),
            ShowReads = parsed.GetValue(_showReads),
            ShowSecrets = parsed.GetValue(_showSecrets),
            ShowReplacementSteps = parsed.GetValue(_showReplacementSteps),
            ShowFullOutput = parsed.GetValue(_showFullOutput),
            SuppressOutputs = parsed.GetValue(_suppressOutputs),
            Urns = parsed.GetValue(_urns),
            Debug = parsed.GetValue(_debug),
        },
    };
}
