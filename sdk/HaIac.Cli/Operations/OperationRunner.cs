using HaIac.Cli.Commands;
using HaIac.Cli.Contexts;
using HaIac.Cli.Printing;
using HaIac.Engine;
using HaIac.Engine.Projects;
using HaIac.Engine.Rendering;
using HaIac.Engine.State;

namespace HaIac.Cli.Operations;

/// <summary>One <c>preview</c>, <c>up</c>, <c>refresh</c> or <c>destroy</c>: lock, preview, question, operation, history.</summary>
internal sealed class OperationRunner
{
    private const int NothingExpected = 7;
    private const int NotConfirmed = 2;

    private readonly CliHost _host;
    private readonly OperationSettings _settings;
    private readonly ProjectContext _context;

    /// <summary>A run in the project of the current folder.</summary>
    /// <param name="host">The world.</param>
    /// <param name="settings">What the user asked for.</param>
    public OperationRunner(CliHost host, OperationSettings settings)
    {
        _host = host;
        _settings = settings;
        _context = ProjectContext.Load(host);
    }

    /// <summary>Runs it.</summary>
    /// <returns>Exit code.</returns>
    public async Task<int> RunAsync()
    {
        var ct = _host.Interrupts.Stop;
        var name = _context.Stack(_settings.Stack);
        var mayAsk = !_settings.Yes && !_settings.SkipPreview && !_settings.PreviewOnly && !_host.IsSet("PULUMI_SKIP_CONFIRMATIONS");
        if (mayAsk && !_host.IsTerminal)
            throw CliHost.NobodyToAsk($"The {_settings.Word} of stack \"{name}\" must be confirmed.", "Give --yes, or run haiac preview to look only.", NotConfirmed);

        SaveConfig(name);
        using var taken = _settings.PreviewOnly ? null : StackLock.Acquire(_context.Backend, name, _host.Clock);
        var file = _context.FileOf(name);
        var stack = await _context.Opener.OpenAsync(name, _context.Passphrase.Get, file.Salt, ct);
        var values = StackConfig.Merge(_context.Project, file);
        if (_settings.Kind == DeploymentKind.Update)
            StackConfig.Check(_context.Project, values, name.Stack);
        var config = StackConfig.Decrypt(values, stack.Secrets, file.Path);
        var requests = new DeploymentRequests(_context, _settings, stack, config);

        if (!_settings.SkipPreview)
        {
            var preview = await CarryOutAsync(name, requests, isPreview: true);
            if (!preview.Succeeded || _settings.PreviewOnly)
                return preview.ExitCode;
            if (mayAsk && !Confirmed(preview))
                return 1;
        }

        var started = _host.Clock.GetUtcNow();
        var done = await CarryOutAsync(name, requests, isPreview: false);
        await StackHistory.AddAsync(
            _context.Backend,
            name,
            new(_settings.Word, started, _host.Clock.GetUtcNow(), done.Succeeded, done.Result.Changes, _settings.Message),
            CancellationToken.None);
        taken?.Dispose();
        if (done.Succeeded && _settings.Kind == DeploymentKind.Destroy)
            AfterDestroy(name);
        return done.ExitCode;
    }

    private async Task<Carried> CarryOutAsync(StackName name, DeploymentRequests requests, bool isPreview)
    {
        var options = _settings.Display with
        {
            Project = _context.Project.Name,
            Stack = name.Stack,
            Kind = _settings.Kind switch
            {
                DeploymentKind.Destroy => OperationKind.Destroy,
                DeploymentKind.Refresh => OperationKind.Refresh,
                _ => OperationKind.Update,
            },
            IsPreview = isPreview,
        };
        var request = requests.Make(isPreview, _host.Interrupts.Abort);
        using var sink = new OperationSink(_host, _settings, options, request);
        sink.Begin();
        using var told = _host.Interrupts.Stop.Register(sink.TellStopping);
        var result = await Deployments.RunAsync(request, sink, _host.Interrupts.Stop);
        if (!result.Succeeded && !sink.ErrorTold)
            _host.Error.WriteLine("error: HAI1247: Failed without a reason (bug in HaIac)\n  what   The operation failed, and nothing said why.\n  mend   Please report this with the output above.");
        if (isPreview && _settings.Json)
            _host.Out.WriteLine(PreviewDocument.Write(sink.Records, request.Base, result.After, options));
        var exitCode = result.Succeeded ? 0 : 1;
        if (result is { Succeeded: true, HasChanges: true } && _settings.ExpectNoChanges && (_settings.PreviewOnly || !isPreview))
        {
            _host.Error.WriteLine($"error: HAI1246: Changes where none were expected\n  what   The {(isPreview ? "preview" : _settings.Word)} has changes: {string.Join(", ", result.Changes.Where(change => change.Key is not Engine.Events.StepOp.Same).Select(change => $"{change.Value} {Engine.Events.StepOps.Name(change.Key)}"))}.\n  where  stack \"{name}\"\n  why    --expect-no-changes was given.\n  mend   Look at the changes above; run without --expect-no-changes if they are wanted.");
            exitCode = NothingExpected;
        }

        return new(result, sink, options, exitCode);
    }

    private bool Confirmed(Carried preview)
    {
        if (_settings.Kind == DeploymentKind.Refresh)
            _host.Out.WriteLine("Only the state is changed; no object of the cluster is touched.");
        while (true)
        {
            switch (Prompt.Choose(_host, $"Do you want to perform this {_settings.Word}?", ["yes", "no", "details"], "no"))
            {
                case "yes":
                    return true;
                case "no":
                    _host.Error.WriteLine($"error: confirmation declined, not proceeding with the {_settings.Word}");
                    return false;
                default:
                    preview.Sink.Replay(new DiffView(preview.Options with { ShowFullOutput = true }));
                    break;
            }
        }
    }

    private void SaveConfig(StackName name)
    {
        if (_settings.Config.Count == 0)
            return;
        var file = _context.FileOf(name);
        foreach (var pair in _settings.Config)
        {
            var at = pair.IndexOf('=');
            if (at <= 0)
                throw new StateException("HAI1237", "Not a configuration value", $"\"{pair}\" cannot be set.", "option --config", null, "Write --config KEY=VALUE.");
            file = file.With(ConfigKey.Full(pair[..at], _context.Project.Name), new ConfigText(pair[(at + 1)..]));
        }

        file.Save();
    }

    private void AfterDestroy(StackName name)
    {
        if (_settings.Remove)
        {
            StackRemoveCommand.Remove(_context, name, preserve: false);
            if (!_settings.Json)
                _host.Out.WriteLine($"Stack '{name}' and its configuration have been removed.");
        }
        else if (!_settings.Json)
        {
            _host.Out.WriteLine("All resources of the stack are deleted; its history and configuration are kept. ");
            _host.Out.WriteLine($"To remove these as well, run haiac stack rm {name}.");
        }
    }

    private sealed record Carried(DeploymentResult Result, OperationSink Sink, DisplayOptions Options, int ExitCode)
    {
        public bool Succeeded => Result.Succeeded;
    }
}
