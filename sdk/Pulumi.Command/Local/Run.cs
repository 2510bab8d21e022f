namespace Pulumi.Command.Local;

/// <summary>
/// Runs a command on the host of the engine and answers what it printed. It runs in every preview and every update, so it should only read;
/// a <see cref="Command"/> runs once.
/// </summary>
public static class Run
{
    private const string Token = "command:local:run";

    /// <summary>Runs it at once.</summary>
    /// <param name="args">What to run.</param>
    /// <param name="options">How the engine treats the call.</param>
    /// <returns>What it printed. The task fails when its exit status is not 0.</returns>
    public static Task<RunResult> InvokeAsync(RunArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<RunResult>(Token, args ?? new RunArgs(), Package.Options(options));

    /// <summary>Runs it as soon as the arguments are known.</summary>
    /// <param name="args">What to run.</param>
    /// <param name="options">How the engine treats the call.</param>
    /// <returns>What it printed.</returns>
    public static Output<RunResult> Invoke(RunInvokeArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.Invoke<RunResult>(Token, args ?? new RunInvokeArgs(), Package.Options(options));

    /// <summary>Runs it as soon as the arguments are known and the resources that it depends on are there.</summary>
    /// <param name="args">What to run.</param>
    /// <param name="options">How the engine treats the call, and what it waits for.</param>
    /// <returns>What it printed.</returns>
    public static Output<RunResult> Invoke(RunInvokeArgs args, InvokeOutputOptions options) =>
        Deployment.Instance.Invoke<RunResult>(Token, args ?? new RunInvokeArgs(), Package.Options(options));
}
