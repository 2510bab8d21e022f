using System.Text;

namespace HaIac.Transport.Running;

/// <summary>Collects one output stream of a process, up to a limit.</summary>
/// <param name="stream">The stream.</param>
/// <param name="limit">How many bytes are taken at most.</param>
/// <param name="enough">Cancelled when there is more.</param>
/// <param name="heard">Called with each whole line as it comes; null: nobody listens.</param>
internal sealed class OutputReader(Stream stream, int limit, CancellationTokenSource enough, Action<string>? heard = null)
{
    private readonly MemoryStream kept = new();
    private int told;

    /// <summary>Reads to the end. What goes beyond the limit is dropped, so that the writer never blocks.</summary>
    public async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await stream.ReadAsync(buffer).ConfigureAwait(false) is var count and > 0)
            {
                if (kept.Length + count > limit)
                {
                    await enough.CancelAsync().ConfigureAwait(false);
                    continue;
                }

                kept.Write(buffer, 0, count);
                Tell();
            }
        }
        catch (IOException)
        {
            // The writer was killed in the middle of a write: what was read is what there is.
        }
    }

    private void Tell()
    {
        while (heard is not null && kept.GetBuffer().AsSpan(told, (int)kept.Length - told).IndexOf((byte)'\n') is var length and >= 0)
        {
            heard(Encoding.UTF8.GetString(kept.GetBuffer(), told, length));
            told += length + 1;
        }
    }

    /// <summary>What was read.</summary>
    public string Text() => Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
}
