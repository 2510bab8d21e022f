using HaIac.Transport.Failing;
using HaIac.Transport.Verifying;

namespace HaIac.Transport.Tooling;

/// <summary>Adds to a refusal by the CIB manager, which gives no reason, the reasons that <c>crm_verify</c> gives.</summary>
internal static class SchemaRefusal
{
    /// <summary>The same finding with its reasons.</summary>
    /// <param name="refused">What the CIB manager said.</param>
    /// <param name="verify">Asks for an opinion on the refused document.</param>
    public static async Task<TransportException> ExplainAsync(TransportException refused, Func<Task<VerifyReport>> verify)
    {
        VerifyReport report;
        try
        {
            report = await verify().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is TransportException or OperationCanceledException)
        {
            return refused;
        }

        if (report.ConformsToSchema)
        {
            return refused;
        }

        return new TransportException(
            refused.Kind,
            refused.What,
            refused.Where,
            $"The configuration would not conform to the cluster's schema. Nothing was applied. crm_verify says:\n{string.Join("\n", report.SchemaErrors)}",
            refused.Mend,
            refused)
        {
            Command = refused.Command,
            Node = refused.Node,
            Exit = refused.Exit,
            ErrorLines = report.SchemaErrors,
        };
    }
}
