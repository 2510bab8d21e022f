using System.Collections.Immutable;
using HaIac.Cli.Contexts;
using HaIac.Engine;
using HaIac.Engine.Launching;
using HaIac.Engine.Plugins;
using HaIac.Engine.Projects;
using HaIac.Engine.State;

namespace HaIac.Cli.Operations;

/// <summary>Makes what the engine needs from project, stack and settings.</summary>
internal sealed class DeploymentRequests
{
    private readonly Project _project;
    private readonly OperationSettings _settings;
    private readonly OpenStack _stack;
    private readonly ImmutableSortedDictionary<string, DeploymentConfigValue> _config;
    private readonly TimeProvider _clock;
    private readonly DotnetProgramLauncher? _program;
    private readonly BackendStacks _otherStacks;
    private readonly int _parallel;

    /// <summary>Requests of one command. The preview and the operation share the built program.</summary>
    /// <param name="context">The project.</param>
    /// <param name="settings">What the user asked for.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="config">Its configuration in clear.</param>
    /// <exception cref="StateException">The project names no program that can be run.</exception>
    public DeploymentRequests(
        ProjectContext context, OperationSettings settings, OpenStack stack, ImmutableSortedDictionary<string, DeploymentConfigValue> config)
    {
        _project = context.Project;
        _settings = settings;
        _stack = stack;
        _config = config;
        _clock = context.Host.Clock;
        _otherStacks = new(context.Backend, context.Project.Name, context.Passphrase.Get);
        _parallel = settings.Parallel is > 0 and var parallel ? parallel : settings.Parallel is null ? DeploymentRequest.DefaultParallel : int.MaxValue;
        _program = settings.Kind == DeploymentKind.Update ? Launcher() : null;
    }

    /// <summary>The request for the preview or the operation itself.</summary>
    /// <param name="isPreview">True for the preview.</param>
    /// <param name="abort">Gives running calls up.</param>
    public DeploymentRequest Make(bool isPreview, CancellationToken abort) => new()
    {
        Kind = _settings.Kind,
        IsPreview = isPreview,
        Refresh = _settings.Refresh,
        ClearPendingCreates = _settings.ClearPendingCreates,
        Project = _project.Name,
        Stack = _stack.Name.Stack,
        Base = _stack.Checkpoint.Latest,
        Store = isPreview ? null : _stack.Store,
        Program = _program,
        Plugins = PluginSearch.FromEnvironment(_project.Directory, _project.Plugins),
        ProjectDirectory = _project.Directory,
        ProgramDirectory = _project.ProgramDirectory,
        RuntimeOptions = _project.RuntimeOptions,
        OtherStacks = _otherStacks,
        Config = _config,
        Parallel = _parallel,
        ContinueOnError = _settings.ContinueOnError,
        Clock = _clock,
        Abort = abort,
    };

    private DotnetProgramLauncher Launcher()
    {
        if (_project.Runtime.Length == 0)
        {
            throw new StateException(
                "HAI1206", "No runtime", "The project names no runtime, so no program would run and everything would be deleted.", _project.Path, "The field \"runtime\" is missing.", "Add the line runtime: dotnet; to delete everything on purpose, run haiac destroy.");
        }

        if (!Directory.Exists(_project.ProgramDirectory))
            throw new StateException("HAI1207", "No program folder", "The folder of the program is not there.", _project.ProgramDirectory, $"Pulumi.yaml names it: main: {_project.Main}", "Correct \"main\" in Pulumi.yaml.");
        return new(
            new ProgramSettings
            {
                ProjectDirectory = _project.Directory,
                ProgramDirectory = _project.ProgramDirectory,
                Runtime = _project.Runtime,
                Binary = _project.RuntimeOptions.GetValueOrDefault("binary"),
                Project = _project.Name,
                Stack = _stack.Name.Stack,
                Config = _config.ToImmutableSortedDictionary(value => value.Key, value => value.Value.Text, StringComparer.Ordinal),
                SecretKeys = [.. _config.Where(value => value.Value.IsSecret).Select(value => value.Key)],
                Parallel = _parallel,
            },
            _clock);
    }
}
