using System.Globalization;

namespace HaIac.Operating.Reporting;

/// <summary>One operation of the history as a line.</summary>
internal static class OperationWords
{
    /// <summary>The line: <c>api on ctl2: call 14 start ended with 5 (…), "binary is missing" at …</c>.</summary>
    public static string Of(OperationRecord operation)
    {
        var name = operation.Operation == "monitor" && operation.Interval == TimeSpan.Zero ? "probe" : operation.Operation;
        var every = operation.Interval > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $" every {operation.Interval.TotalSeconds:0.###} s") : "";
        var end = operation.Exit is { } exit ? $"ended with {exit}" : "is pending";
        var reason = operation.ExitReason.Length > 0 ? $", \"{operation.ExitReason}\"" : "";
        var when = operation.LastChange is { } time ? string.Create(CultureInfo.InvariantCulture, $" at {time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC") : "";
        var took = operation.Took is { Ticks: > 0 } span ? string.Create(CultureInfo.InvariantCulture, $", took {span.TotalSeconds:0.###} s") : "";
        return $"{operation.Resource} on {operation.Node}: {(operation.CallId >= 0 ? $"call {operation.CallId} " : "")}{name}{every} {end}{reason}{when}{took}";
    }
}
