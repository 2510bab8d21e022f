using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pulumi.Testing;

namespace Pulumi;

/// <content>Running programs against mocks.</content>
public sealed partial class Deployment
{
    /// <summary>Runs a stack class against mocks.</summary>
    /// <typeparam name="TStack">The stack class.</typeparam>
    /// <param name="mocks">Stands in for the engine and the providers.</param>
    /// <param name="options">The deployment it believes to be in; <c>null</c> for the defaults.</param>
    /// <returns>All resources, the stack included.</returns>
    /// <exception cref="RunException">The program failed or logged one error.</exception>
    /// <exception cref="AggregateException">The program failed in several ways; each is a <see cref="RunException"/>.</exception>
    public static async Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
    {
        var (deployment, monitor) = Mock(mocks, options);
        await deployment.RunTestAsync(ProgramOf(Construct<TStack>)).ConfigureAwait(false);
        return monitor.Resources;
    }

    /// <summary>Runs a stack class that a service provider constructs against mocks.</summary>
    /// <typeparam name="TStack">The stack class.</typeparam>
    /// <param name="mocks">Stands in for the engine and the providers.</param>
    /// <param name="serviceProvider">Must know the stack class.</param>
    /// <param name="options">The deployment it believes to be in; <c>null</c> for the defaults.</param>
    /// <returns>All resources, the stack included.</returns>
    /// <exception cref="RunException">The program failed or logged one error.</exception>
    /// <exception cref="AggregateException">The program failed in several ways; each is a <see cref="RunException"/>.</exception>
    public static async Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        var (deployment, monitor) = Mock(mocks, options);
        await deployment.RunTestAsync(ProgramOf(() => Resolve<TStack>(serviceProvider))).ConfigureAwait(false);
        return monitor.Resources;
    }

    /// <summary>Runs an asynchronous program against mocks.</summary>
    /// <param name="testMocks">Stands in for the engine and the providers.</param>
    /// <param name="testOptions">The deployment it believes to be in.</param>
    /// <param name="createResources">The program; returns the stack's outputs.</param>
    /// <returns>All resources but the stack, and the outputs.</returns>
    /// <exception cref="RunException">The program failed or logged one error.</exception>
    /// <exception cref="AggregateException">The program failed in several ways; each is a <see cref="RunException"/>.</exception>
    [OverloadResolutionPriority(1)] // A lambda that only throws fits all overloads.
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        var (deployment, monitor) = Mock(testMocks, testOptions);
        var outputs = Nothing();
        await deployment.RunTestAsync(async () =>
        {
            // The outputs go to the test instead of to the mocks.
            var stack = new Stack();
            outputs = await createResources().ConfigureAwait(false);
            stack.Export(Nothing());
        }).ConfigureAwait(false);
        return ([.. monitor.Resources.Where(r => r is not Pulumi.Stack)], outputs);
    }

    /// <summary>Runs a program against mocks.</summary>
    /// <param name="testMocks">Stands in for the engine and the providers.</param>
    /// <param name="testOptions">The deployment it believes to be in.</param>
    /// <param name="createResources">The program; returns the stack's outputs.</param>
    /// <returns>All resources but the stack, and the outputs.</returns>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        return TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));
    }

    /// <summary>Runs an asynchronous program without outputs against mocks.</summary>
    /// <param name="testMocks">Stands in for the engine and the providers.</param>
    /// <param name="testOptions">The deployment it believes to be in.</param>
    /// <param name="createResources">The program.</param>
    /// <returns>All resources but the stack.</returns>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        var (resources, _) = await TestAsync(
            testMocks,
            testOptions,
            async () =>
            {
                await createResources().ConfigureAwait(false);
                return Nothing();
            }).ConfigureAwait(false);
        return resources;
    }

    /// <summary>Runs a program without outputs against mocks.</summary>
    /// <param name="testMocks">Stands in for the engine and the providers.</param>
    /// <param name="testOptions">The deployment it believes to be in.</param>
    /// <param name="createResources">The program.</param>
    /// <returns>All resources but the stack.</returns>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        var (resources, _) = await TestAsync(
            testMocks,
            testOptions,
            () =>
            {
                createResources();
                return Nothing();
            }).ConfigureAwait(false);
        return resources;
    }

    private static (Deployment Deployment, MockMonitor Monitor) Mock(IMocks mocks, TestOptions? options)
    {
        ArgumentNullException.ThrowIfNull(mocks);
        var settings = new DeploymentSettings
        {
            Project = options?.ProjectName ?? "project",
            Stack = options?.StackName ?? "stack",
            Organization = options?.OrganizationName ?? "organization",
            RootDirectory = options?.RootDirectory,
            IsDryRun = options?.IsPreview ?? true,
            Config = DeploymentSettings.ConfigFromEnvironment(),
            SecretKeys = DeploymentSettings.SecretKeysFromEnvironment(),
        };
        var monitor = new MockMonitor(mocks, settings);
        return (new Deployment(settings, monitor, new MockEngine()), monitor);
    }

    /// <summary>
    /// Lets the constructor or the method that starts a call to the engine return first. Mocks are asked at once instead: users'
    /// mocks are called one at a time and in the order of the program, which tests rely on, as in lists that the mocks fill.
    /// </summary>
    internal async Task DetachAsync()
    {
        if (Monitor is not MockMonitor)
        {
            await Task.Yield();
        }
    }

    private async Task RunTestAsync(Func<Task> program)
    {
        await RunToExitCodeAsync(program).ConfigureAwait(false);
        var errors = ((MockEngine)Engine).Errors.Select(e => new RunException(e)).ToArray();
        if (errors.Length > 0)
        {
            throw errors.Length == 1 ? errors[0] : new AggregateException(errors);
        }
    }
}
