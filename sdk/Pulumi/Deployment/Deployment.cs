using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Pulumi;

/// <summary>Runs programs: connects them to the engine, waits for all they started, and reports how it went.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<Deployment?> Running = new();
    private readonly CancellationTokenSource _abandoned = new();

    private Deployment(DeploymentSettings settings, IMonitorClient monitor, IEngineClient engine)
    {
        Settings = settings;
        Monitor = monitor;
        Engine = engine;
        Runner = new Runner(new StallLimits { OpenCalls = () => monitor.OpenCalls, Tell = Warn });
        Logger = new EngineLogger(engine, Runner);
        Features = new FeatureProbe(monitor, Abandoned);
        Packages = new PackageRegistry(this);
        Callbacks = new CallbackHost();
        Hooks = new HookRegistry(this);
        Registrar = new ResourceRegistrar(this);
        Invoker = new Invoker(this);
        Caller = new Caller(this);
    }

    /// <summary>The deployment that the calling code runs in; code that runs beside it has none.</summary>
    /// <exception cref="InvalidOperationException">No deployment runs here.</exception>
    public static DeploymentInstance Instance => new(Required);

    internal static Deployment? Current => Running.Value;

    internal static Deployment Required
        => Running.Value
            ?? throw new InvalidOperationException(
                "No deployment runs here: resources, Config, Log and Deployment.Instance can only be used inside Deployment.RunAsync or Deployment.TestAsync.");

    internal DeploymentSettings Settings { get; }

    internal string ProjectName => Settings.Project;

    internal string StackName => Settings.Stack;

    internal Runner Runner { get; }

    internal EngineLogger Logger { get; }

    internal FeatureProbe Features { get; }

    internal IMonitorClient Monitor { get; }

    internal IEngineClient Engine { get; }

    internal ResourceRegistrar Registrar { get; }

    internal PackageRegistry Packages { get; }

    internal CallbackHost Callbacks { get; }

    internal HookRegistry Hooks { get; }

    internal Invoker Invoker { get; }

    internal Caller Caller { get; }

    /// <summary>Cancelled once the program has failed, so that calls under way end too.</summary>
    internal CancellationToken Abandoned => _abandoned.Token;

    /// <summary>The root resource; <c>null</c> until it is declared.</summary>
    internal Stack? Stack { get; set; }

    /// <summary>Runs a program that declares resources and exports nothing.</summary>
    /// <param name="action">The program.</param>
    /// <returns>The exit code: 0, 1 after logged errors, 32 after a failure that is already reported.</returns>
    public static Task<int> RunAsync(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return RunAsync(() =>
        {
            action();
            return Nothing();
        });
    }

    /// <summary>Runs a program that returns the stack's outputs.</summary>
    /// <param name="func">The program.</param>
    /// <returns>The exit code: 0, 1 after logged errors, 32 after a failure that is already reported.</returns>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunAsync(() => Task.FromResult(func()));
    }

    /// <summary>Runs an asynchronous program that exports nothing.</summary>
    /// <param name="func">The program.</param>
    /// <returns>The exit code: 0, 1 after logged errors, 32 after a failure that is already reported.</returns>
    public static Task<int> RunAsync(Func<Task> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunAsync(async () =>
        {
            await func().ConfigureAwait(false);
            return Nothing();
        });
    }

    /// <summary>Runs an asynchronous program that returns the stack's outputs.</summary>
    /// <param name="func">The program.</param>
    /// <param name="options">Transformations for all resources; <c>null</c> for none.</param>
    /// <returns>The exit code: 0, 1 after logged errors, 32 after a failure that is already reported.</returns>
    [OverloadResolutionPriority(1)] // A lambda that only throws fits all overloads.
    public static async Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null)
    {
        // Async on purpose: what is set for the run must not leak into the caller.
        ArgumentNullException.ThrowIfNull(func);
        return await RunConnectedAsync(ProgramOf(func, options)).ConfigureAwait(false);
    }

    /// <summary>Runs a stack class: its constructor is the program, its properties marked as outputs are exported.</summary>
    /// <typeparam name="TStack">The stack class.</typeparam>
    /// <returns>The exit code: 0, 1 after logged errors, 32 after a failure that is already reported.</returns>
    public static async Task<int> RunAsync<TStack>()
        where TStack : Stack, new()
        => await RunConnectedAsync(ProgramOf(Construct<TStack>)).ConfigureAwait(false);

    /// <summary>Runs a stack class that a service provider constructs.</summary>
    /// <typeparam name="TStack">The stack class.</typeparam>
    /// <param name="serviceProvider">Must know the stack class.</param>
    /// <returns>The exit code: 0, 1 after logged errors, 32 after a failure that is already reported.</returns>
    public static async Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return await RunConnectedAsync(ProgramOf(() => Resolve<TStack>(serviceProvider))).ConfigureAwait(false);
    }

    /// <summary>Fails the program unless the engine's version is in a range.</summary>
    /// <param name="pulumiVersionRange">Conditions such as <c>&gt;=3.100.0 &lt;4.0.0</c>; blank means and, <c>||</c> means or.</param>
    /// <returns>When the engine has answered.</returns>
    /// <exception cref="RunException">The version is not in the range.</exception>
    public static async Task RequirePulumiVersionAsync(string pulumiVersionRange)
    {
        ArgumentNullException.ThrowIfNull(pulumiVersionRange);
        var deployment = Required;
        try
        {
            await deployment.Engine.RequirePulumiVersionAsync(pulumiVersionRange, deployment.Abandoned).ConfigureAwait(false);
        }
        catch (HaIac.Protocol.Grpc.GrpcException e) when (e.StatusCode == HaIac.Protocol.Grpc.GrpcStatusCode.Unimplemented)
        {
            throw new RequirePulumiVersionException("The Pulumi CLI does not support requiring a version. Please update the Pulumi CLI.");
        }
        catch (HaIac.Protocol.Grpc.GrpcException e)
        {
            throw new RequirePulumiVersionException(e.Detail);
        }
    }

    private static IDictionary<string, object?> Nothing() => new Dictionary<string, object?>();

    private static Func<Task> ProgramOf(Func<Task<IDictionary<string, object?>>> func, StackOptions? options)
        => async () =>
        {
            var stack = new Stack(options);
            stack.Export(await func().ConfigureAwait(false) ?? Nothing());
        };

    private static Func<Task> ProgramOf(Func<Stack> construct)
        => () =>
        {
            construct().RegisterPropertyOutputs();
            return Task.CompletedTask;
        };

    private static TStack Construct<TStack>()
        where TStack : Stack, new()
    {
        try
        {
            return new TStack();
        }
        catch (System.Reflection.TargetInvocationException e) when (e.InnerException is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }

    private static Stack Resolve<TStack>(IServiceProvider services)
        where TStack : Stack
        => services.GetService(typeof(TStack)) as Stack
            ?? throw new InvalidOperationException(
                $"The service provider does not know the stack class {typeof(TStack).FullName}: register it before Deployment.RunAsync is called.");
}
