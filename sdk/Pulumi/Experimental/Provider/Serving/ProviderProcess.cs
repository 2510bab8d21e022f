using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using HaIac.Protocol.Grpc;

namespace Pulumi.Experimental.Provider;

/// <summary>The life of a plugin process: start, tell the port, serve, stop.</summary>
internal static class ProviderProcess
{
    // The engine kills a plugin 5 seconds after it asked it to end.
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(
        string[] args, string? version, Func<IEngine, Provider> factory, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

        // Standard output belongs to the protocol: a stray print before the port would break the start.
        var stdout = Console.Out;
        Console.SetOut(Console.Error);
        try
        {
            await ServeAsync(args, version, factory, stdout, stop.Cancel, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            Console.SetOut(stdout);
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    public static Task ServeAsync(
        string[] args, string? version, Func<IEngine, Provider> factory, TextWriter stdout, CancellationToken cancellationToken) =>
        ServeAsync(args, version, factory, stdout, null, cancellationToken);

    private static async Task ServeAsync(
        string[] args, string? version, Func<IEngine, Provider> factory, TextWriter stdout, Action? engineGone, CancellationToken cancellationToken)
    {
        var launch = LaunchArguments.Parse(args);
        using var session = new ProviderSession(factory, version ?? EntryVersion());
        if (launch.EngineAddress is { } engine)
        {
            session.Attach(engine);
        }

        var server = await GrpcServer.StartAsync(ProviderRoutes.For(session), cancellationToken).ConfigureAwait(false);
        await using var _ = server.ConfigureAwait(false);

        // A bare line feed: old engines do not trim a carriage return.
        await stdout.WriteAsync(server.Port.ToString(CultureInfo.InvariantCulture) + "\n").ConfigureAwait(false);
        await stdout.FlushAsync(cancellationToken).ConfigureAwait(false);
        var watch = engineGone is not null && launch.EngineAddress is not null
            ? EngineWatch.RunAsync(session, launch.EngineAddress, engineGone, cancellationToken)
            : Task.CompletedTask;
        await UntilAsync(cancellationToken).ConfigureAwait(false);
        await watch.ConfigureAwait(false);
        session.CancelRunning();
        using var limit = new CancellationTokenSource(EndLimit);
        await server.StopAsync(limit.Token).ConfigureAwait(false);
    }

    private static async Task UntilAsync(CancellationToken cancellationToken)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(end.SetResult);
        await end.Task.ConfigureAwait(false);
    }

    private static string EntryVersion() =>
        Assembly.GetEntryAssembly()?.GetName().Version is { } version
            ? $"{version.Major}.{version.Minor}.{Math.Max(0, version.Build)}"
            : string.Empty;
}
