using HaIac.Cib.Findings;
using HaIac.Operating.Findings;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;
using Pulumi;
using Pulumi.Experimental.Provider;

namespace HaIac.Provider.Serving;

/// <summary>Turns what a call threw into what the engine shows: the finding, never a stack trace.</summary>
internal static class Guard
{
    /// <summary>Runs a call.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (FindingException exception)
        {
            var kind = exception.Finding.Code == FindingCode.NotSettled ? ProviderFailureKind.TimedOut : ProviderFailureKind.Precondition;
            throw new ProviderException(kind, exception.Message, exception);
        }
        catch (CommitException exception)
        {
            throw new ProviderException(ProviderFailureKind.Precondition, exception.Message, exception);
        }
        catch (CibException exception)
        {
            throw new ProviderException(ProviderFailureKind.Precondition, exception.Message, exception);
        }
        catch (TransportException exception)
        {
            // A write whose outcome is not known must not pass for a clean failure: the engine then says that the state may be behind.
            throw new ProviderException(exception.OutcomeUnknown ? ProviderFailureKind.Unknown : ProviderFailureKind.Unavailable, exception.Message, exception);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ProviderException or ResourceInitializationException or InputPropertiesException))
        {
            var text = exception.Message.StartsWith("bug in HaIac", StringComparison.Ordinal) ? exception.Message : $"bug in HaIac: {exception.GetType().Name}: {exception.Message}";
            throw new ProviderException(ProviderFailureKind.Unknown, text, exception);
        }
    }
}
