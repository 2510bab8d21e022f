using HaIac.CommandProvider.Findings;
using HaIac.Transport.Failing;
using Pulumi.Experimental.Provider;

namespace HaIac.CommandProvider.Serving;

/// <summary>Turns what a call threw into what the engine shows: the finding without secrets, never a stack trace.</summary>
internal static class Guard
{
    /// <summary>Runs a call.</summary>
    public static async Task<T> RunAsync<T>(SecretTexts secrets, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (FindingException fault)
        {
            var kind = fault.Finding.Code == FindingCode.TimedOut ? ProviderFailureKind.TimedOut : ProviderFailureKind.Precondition;
            throw Failure(kind, fault);
        }
        catch (TransportException fault)
        {
            throw Failure(fault.OutcomeUnknown ? ProviderFailureKind.Unknown : ProviderFailureKind.Unavailable, fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Failure(ProviderFailureKind.Precondition, fault);
        }

        ProviderException Failure(ProviderFailureKind kind, Exception fault) => new(kind, secrets.Mask(fault.Message), fault) { IsMasked = true };
    }
}
