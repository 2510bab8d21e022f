using System.Collections.Immutable;
using HaIac.Engine.BuiltIn;
using HaIac.Engine.Launching;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;

namespace HaIac.Engine;

/// <summary>Everything that one operation on a stack needs.</summary>
public sealed record DeploymentRequest
{
    /// <summary>
    /// Steps at once when nobody says otherwise: 1024. Steps mostly wait for a cluster, and a provider that puts many edits into one transaction
    /// must see them together.
    /// </summary>
    public const int DefaultParallel = 1024;

    /// <summary>What is done.</summary>
    public required DeploymentKind Kind { get; init; }

    /// <summary>Whether only a preview is made: no object is touched and no state saved.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Whether the state is made what is really there before anything else is done. Default: no. A refresh always does.</summary>
    public bool Refresh { get; init; }

    /// <summary>Whether a refresh forgets creations that a crash left behind. Default: no.</summary>
    public bool ClearPendingCreates { get; init; }

    /// <summary>Project name.</summary>
    public required string Project { get; init; }

    /// <summary>Stack name, short form.</summary>
    public required string Stack { get; init; }

    /// <summary>What is deployed before.</summary>
    public required Deployment Base { get; init; }

    /// <summary>Where the state is saved; must be set unless this is a preview.</summary>
    public IStackStore? Store { get; init; }

    /// <summary>Starts the program; must be set for an update.</summary>
    public IProgramLauncher? Program { get; init; }

    /// <summary>Where plugins are found.</summary>
    public required PluginSearch Plugins { get; init; }

    /// <summary>Folder with <c>Pulumi.yaml</c>, absolute.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>Folder of the program, absolute; plugins run there, and relative asset paths start there.</summary>
    public required string ProgramDirectory { get; init; }

    /// <summary>Options of the project's runtime; plugins get them as <c>PULUMI_RUNTIME_NAME</c>.</summary>
    public ImmutableSortedDictionary<string, string> RuntimeOptions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Other stacks that the program may refer to; null if there are none.</summary>
    public IOtherStacks? OtherStacks { get; init; }

    /// <summary>Configuration by full key (<c>namespace:name</c>), decrypted.</summary>
    public ImmutableSortedDictionary<string, DeploymentConfigValue> Config { get; init; } =
        ImmutableSortedDictionary.Create<string, DeploymentConfigValue>(StringComparer.Ordinal);

    /// <summary>Largest number of steps at once, 1 to 2147483647. Default: <see cref="DefaultParallel"/>.</summary>
    public int Parallel { get; init; } = DefaultParallel;

    /// <summary>Whether steps that do not need a failed one still run. Default: no.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>Version text that the state file carries.</summary>
    public string WriterVersion { get; init; } = "v3.259.0";

    /// <summary>Clock for times and limits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Cancelled to give up even the calls that run; what becomes of their objects is unknown then.</summary>
    public CancellationToken Abort { get; init; }

    /// <summary>Packages without a default provider (<c>pulumi:disable-default-providers</c>); <c>*</c> for all.</summary>
    internal IEnumerable<string> DeniedDefaultProviders =>
        Config.TryGetValue("pulumi:disable-default-providers", out var value)
            ? Newtonsoft.Json.JsonConvert.DeserializeObject<string[]>(value.Text) ?? []
            : [];
}
