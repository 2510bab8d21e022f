namespace Pulumi;

/// <summary>
/// Takes care of ways to end a process that go around the run: exceptions nobody can catch (async void, threads of the
/// program) become failures of the program, and an early exit does not look like success, because an engine that takes the
/// program for done deletes what was not declared.
/// </summary>
internal sealed class ProcessGuard : IDisposable
{
    private static readonly TimeSpan ReportLimit = TimeSpan.FromSeconds(5);
    private readonly Runner _runner;
    private readonly ManualResetEventSlim _over = new();

    public ProcessGuard(Runner runner)
    {
        _runner = runner;
        AppDomain.CurrentDomain.UnhandledException += OnUnhandledException;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>With what the run ended.</summary>
    public int ExitCode { get; set; } = 32;

    public void Dispose()
    {
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandledException;
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        _over.Set();
    }

    private void OnUnhandledException(object sender, UnhandledExceptionEventArgs e)
    {
        if (e.ExceptionObject is Exception exception)
        {
            _runner.Fail(exception);

            // The runtime ends the process when this returns; before that the run tells the engine.
            _over.Wait(ReportLimit);
            Environment.Exit(ExitCode);
        }
    }

    private void OnProcessExit(object? sender, EventArgs e)
    {
        if (Environment.ExitCode == 0)
        {
            Console.Error.WriteLine(
                "The program ended by itself before everything it had declared was registered.\n" +
                "   why    Environment.Exit was called, or Main returned, while Deployment.RunAsync was still at work.\n" +
                "   mend   Await Deployment.RunAsync and return its result from Main; throw an exception to end a program early.");
            Environment.ExitCode = 1;
        }
    }
}
