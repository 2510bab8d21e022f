using System.Globalization;
using HaIac.Operating.Findings;
using HaIac.Transport.Observing;

namespace HaIac.Operating.Awaiting;

/// <summary>Puts failed operations into words: node, operation, exit code with its meaning, the agent's own reason.</summary>
internal static class FailureText
{
    /// <summary>A failure in half a line.</summary>
    public static string Short(OperationFailure failure) => $"{failure.Operation} of {failure.Resource} failed on {failure.Node}: {Result(failure)}";

    /// <summary>The finding for a resource that did not come up.</summary>
    public static Finding StartFailed(Expectation expectation, ClusterStatus status, IReadOnlyList<OperationFailure> failures)
    {
        var running = status.RunningOn(expectation.Id);
        var failed = failures.Select(failure => failure.Node).Distinct().Order().ToList();
        var healthy = running.Where(node => !failed.Contains(node)).ToList();
        return new(FindingCode.StartFailed,
            string.Join("\n", failures.Select(failure => $"{Short(failure)}.")),
            $"CIB resource {expectation.Id}; node {string.Join(", ", failed)}",
            healthy.Count > 0
                ? $"It failed on {string.Join(", ", failed)} only; {string.Join(", ", healthy)} run{(healthy.Count == 1 ? "s" : "")} it."
                : Cause(failures[0]),
            Mend(failures[0]));
    }

    /// <summary>The finding for a removed resource that did not go down.</summary>
    public static Finding StopFailed(Expectation expectation, string nodes, IReadOnlyList<OperationFailure> failures) => new(FindingCode.StopFailed,
        string.Join("\n", failures.Select(failure => $"{Short(failure)}.")), $"CIB resource {expectation.Id}; it still runs on {nodes}",
        "A resource whose stop fails cannot be given up safely; with fencing the cluster would now fence the node.",
        $"Stop it by hand on {nodes}, then run it again; the failure is cleaned up for you.");

    private static string Result(OperationFailure failure)
    {
        var how = failure.Status is "" or "complete" ? "" : $"{failure.Status}, ";
        var reason = failure.ExitReason.Length == 0 ? "" : $", \"{failure.ExitReason}\"";
        return string.Create(CultureInfo.InvariantCulture, $"{how}exit code {failure.Exit}{reason}");
    }

    private static string Cause(OperationFailure failure) => failure.Status switch
    {
        "Timed Out" => $"The agent's {failure.Operation} action took longer than its timeout.",
        _ => failure.Exit.Code switch
        {
            2 => $"The agent's {failure.Operation} action does not accept the parameters on that node.",
            5 => "Something that the agent needs is not installed on that node.",
            6 => "The agent does not accept the parameters on any node, so the cluster does not try elsewhere.",
            7 => "The resource was found stopped although it should run.",
            _ => $"The agent's {failure.Operation} action ended with an error.",
        },
    };

    private static string Mend(OperationFailure failure)
    {
        var first = failure.Status == "Timed Out"
            ? $"Give the operation {failure.Operation} a longer timeout, or find out what it waits for on {failure.Node}"
            : failure.Exit.Code switch
            {
                2 or 6 => "Correct the parameters",
                3 => "Use an agent that has this action",
                4 => $"Give the agent the permission it lacks on {failure.Node}",
                5 => $"Install what is missing on {failure.Node}",
                _ => $"Look at the log of {failure.Resource} on {failure.Node}",
            };
        return $"{first}; then run up again, the failure is cleaned up for you.";
    }
}
