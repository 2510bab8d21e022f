using HaIac.Cib.Findings;
using HaIac.Engine.Secrets;
using HaIac.Engine.State;
using HaIac.Operating.Findings;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;

namespace HaIac.Cli;

/// <summary>Tells a fault to the user: what, where, why, mend. No stack trace.</summary>
internal static class ErrorReport
{
    /// <summary>Exit code of a bug in HaIac.</summary>
    public const int Bug = 255;

    /// <summary>Prints a fault.</summary>
    /// <param name="exception">The fault.</param>
    /// <param name="host">Takes the text.</param>
    /// <returns>Exit code of the command.</returns>
    public static int Print(Exception exception, CliHost host)
    {
        switch (exception)
        {
            case StateException fault:
                host.Error.WriteLine("error: " + fault.Message);
                return fault.ExitCode;
            case TransportException or CibException or CommitException or FindingException or SecretException:
                host.Error.WriteLine("error: " + exception.Message);
                return 1;
            case OperationCanceledException:
                host.Error.WriteLine("error: canceled");
                return 1;
            default:
                var place = exception.StackTrace?.Split('\n').FirstOrDefault()?.Trim();
                host.Error.WriteLine($"error: HAI1299: Bug in HaIac\n  what   {exception.GetType().Name}: {exception.Message}\n  where  {place}\n  mend   Please report this text together with the command that you ran.");
                return Bug;
        }
    }
}
