using System.Collections.Immutable;
using Pulumi;

namespace HaIac;

/// <summary>
/// Asks for and operates services that the cluster runs, from a program: the verbs of <c>haiac service</c> as functions of the provider. They run in every update;
/// in a preview those that change something change nothing, and say so in <see cref="ServiceOperationResult.Preview"/>.
/// </summary>
/// <remarks>A service that the cluster does not have, and a state that cannot come about, fail the call with a finding (HAI34xx).</remarks>
public static class ServiceFunctions
{
    /// <summary>How a service is. Changes nothing.</summary>
    /// <param name="args">Which one; with a node, its state there.</param>
    /// <param name="options">How the engine treats the call.</param>
    /// <returns>Its state.</returns>
    public static Task<ServiceStatusResult> StatusAsync(ServiceCallArgs args, InvokeOptions? options = null) =>
        Deployment.Instance.InvokeAsync<ServiceStatusResult>("haiac:services:getStatus", args, options);

    /// <summary>Starts a service and waits until it runs.</summary>
    /// <param name="args">Which one; with a node, there.</param>
    /// <param name="options">How the engine treats the call.</param>
    /// <returns>What was done.</returns>
    public static Task<ServiceOperationResult> StartAsync(ServiceCallArgs args, InvokeOptions? options = null) => ChangeAsync("start", args, null, options);

    /// <summary>Stops a service and waits until it is stopped.</summary>
    /// <param name="args">Which one; with a node, a clone is stopped there only.</param>
    /// <param name="options">How the engine treats the call.</param>
    /// <returns>What was done.</returns>
    public static Task<ServiceOperationResult> StopAsync(ServiceCallArgs args, InvokeOptions? options = null) => ChangeAsync("stop", args, null, options);

    /// <summary>Reloads a service where that is enough, else restarts it.</summary>
    /// <param name="args">Which one, where, and whether node by node.</param>
    /// <param name="options">How the engine treats the call.</param>
    /// <returns>What was done.</returns>
    public static Task<ServiceOperationResult> RestartAsync(ServiceRestartArgs args, InvokeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        return ChangeAsync("restart", new() { Service = args.Service, Node = args.Node }, args.Rolling, options);
    }

    /// <summary>Lets the cluster manage a service.</summary>
    /// <param name="args">Which one.</param>
    /// <param name="options">How the engine treats the call.</param>
    /// <returns>What was done.</returns>
    public static Task<ServiceOperationResult> EnableAsync(ServiceCallArgs args, InvokeOptions? options = null) => ChangeAsync("enable", args, null, options);

    /// <summary>Lets the cluster leave a service alone as it is.</summary>
    /// <param name="args">Which one.</param>
    /// <param name="options">How the engine treats the call.</param>
    /// <returns>What was done.</returns>
    public static Task<ServiceOperationResult> DisableAsync(ServiceCallArgs args, InvokeOptions? options = null) => ChangeAsync("disable", args, null, options);

    /// <summary>Makes the cluster forget the failures of a service and look at it anew.</summary>
    /// <param name="args">Which one; with a node, there.</param>
    /// <param name="options">How the engine treats the call.</param>
    /// <returns>What was done.</returns>
    public static Task<ServiceOperationResult> CleanupAsync(ServiceCallArgs args, InvokeOptions? options = null) => ChangeAsync("cleanup", args, null, options);

    // Not every engine tells the provider that it is previewing, so the program does.
    private static Task<ServiceOperationResult> ChangeAsync(string function, ServiceCallArgs args, bool? rolling, InvokeOptions? options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var given = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["service"] = args.Service,
            ["serviceName"] = args.ServiceName,
            ["prefix"] = args.Prefix,
            ["node"] = args.Node,
            ["rolling"] = rolling,
            ["dryRun"] = Deployment.Instance.IsDryRun,
        };
        var set = given.Where(pair => pair.Value is not null).ToImmutableDictionary();
        return Deployment.Instance.InvokeAsync<ServiceOperationResult>($"haiac:services:{function}", new DictionaryInvokeArgs(set), options);
    }
}
