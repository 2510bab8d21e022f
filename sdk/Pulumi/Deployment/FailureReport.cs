using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace Pulumi;

/// <summary>Tells the user why a program failed: each reason once, through the engine or, where that is gone, on standard error.</summary>
internal sealed class FailureReport(string engineAddress, EngineLogger logger)
{
    private const int MostReasons = 100;

    /// <summary>Whether the connection broke, as opposed to an answer that says "unavailable" about something else.</summary>
    public static bool IsEngineGone(Exception exception)
        => FailureText.Chain(exception).Any(e => e is EngineGoneException or GrpcException { StatusCode: GrpcStatusCode.Unavailable, InnerException: not null });

    /// <summary>Writes all reasons.</summary>
    /// <returns>Whether the engine has taken them.</returns>
    public async Task<bool> WriteAsync(IReadOnlyCollection<Exception> failures)
    {
        // An engine that has ended the deployment also ends its monitor, but it still takes messages.
        var gone = failures.Any(IsEngineGone) && !failures.Any(FailureText.IsAlreadyReported);
        var reasons = failures
            .Where(f => !FailureText.IsAlreadyReported(f) && !IsEngineGone(f) && f is not LogException)
            .Select(f => (Text: FailureText.Of(f), (f as ResourceException)?.Resource))
            .Distinct()
            .ToList();
        if (reasons.Count > MostReasons)
        {
            var more = reasons.Count - MostReasons;
            reasons.RemoveRange(MostReasons, more);
            reasons.Add(($"The program failed for {more} more reasons, which are left out here.", null));
        }

        var next = 0;
        string? whyNot = null;
        try
        {
            for (; !gone && next < reasons.Count; next++)
            {
                await logger.WriteAsync(LogSeverity.Error, reasons[next].Text, reasons[next].Resource).ConfigureAwait(false);
            }
        }
        catch (LogException e)
        {
            gone = true;
            whyNot = IsEngineGone(e) ? null : e.Message;
        }

        if (!gone && failures.FirstOrDefault(f => f is LogException) is not { } unsent)
        {
            return true;
        }

        foreach (var (text, _) in reasons.Skip(next))
        {
            await Console.Error.WriteLineAsync(text).ConfigureAwait(false);
        }

        whyNot ??= failures.FirstOrDefault(f => f is LogException && !IsEngineGone(f))?.Message;
        await Console.Error.WriteLineAsync(whyNot ?? FailureText.OfLostEngine(engineAddress)).ConfigureAwait(false);
        return false;
    }
}
