using HaIac.Cib.Documents;
using HaIac.Cib.Writing;
using HaIac.Transport;
using HaIac.Transport.Failing;

namespace HaIac.Operating.Clusters;

/// <summary>
/// Changes a document as a whole, for what no edit is about (records and states of nodes). The patch is pinned to the configuration that was read; when somebody was faster,
/// it is worked out anew, so nothing of others is lost.
/// </summary>
internal static class PinnedWriter
{
    private const int MaxAttempts = 20;

    /// <summary>Brings the change in.</summary>
    /// <param name="transport">The cluster.</param>
    /// <param name="change">Works the new document out from the one that is there.</param>
    /// <param name="ct">Ends it before the patch is sent.</param>
    /// <exception cref="TransportException">The cluster refuses it, cannot be reached, or others were always faster.</exception>
    public static async Task WriteAsync(ICibTransport transport, Func<CibDocument, CibDocument> change, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = await transport.ReadAsync(ct).ConfigureAwait(false);
            var after = change(before);
            try
            {
                await transport.PatchAsync(new() { Before = before, After = after, Xml = PatchWriter.Write(before, after, pinned: true) }, ct).ConfigureAwait(false);
                return;
            }
            catch (TransportException stale) when (stale.Kind == TransportFailure.Stale && attempt < MaxAttempts)
            {
            }
        }
    }
}
