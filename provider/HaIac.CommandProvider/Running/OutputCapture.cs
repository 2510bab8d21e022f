using System.Text;

namespace HaIac.CommandProvider.Running;

/// <summary>Keeps one output stream of a command, and hands on each line as it comes.</summary>
/// <param name="onLine">Gets each line that holds anything, without its end; null: nobody does.</param>
internal sealed class OutputCapture(Func<string, CancellationToken, Task>? onLine)
{
    /// <summary>How many bytes are kept at most; more is a failure of the command.</summary>
    public const int Limit = 64 * 1024 * 1024;

    // A longer line is shown in pieces.
    private const int LongestLine = 16 * 1024;

    private readonly MemoryStream kept = new();
    private readonly Lock gate = new();
    private readonly StringBuilder line = new();
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();

    /// <summary>What was read so far.</summary>
    public string Text
    {
        get
        {
            lock (gate)
            {
                return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
            }
        }
    }

    /// <summary>Reads to the end.</summary>
    /// <exception cref="TooMuchOutputException">There is more than the limit.</exception>
    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var count and > 0)
            {
                Keep(buffer, count);
                await ShowAsync(buffer, count, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (onLine is not null && line.Length > 0 && !cancellationToken.IsCancellationRequested)
            {
                await TellAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private void Keep(byte[] buffer, int count)
    {
        lock (gate)
        {
            if (kept.Length + count > Limit)
            {
                throw new TooMuchOutputException();
            }

            kept.Write(buffer, 0, count);
        }
    }

    private async Task ShowAsync(byte[] buffer, int count, CancellationToken cancellationToken)
    {
        if (onLine is null)
        {
            return;
        }

        var text = new char[Encoding.UTF8.GetMaxCharCount(count)];
        var length = decoder.GetChars(buffer, 0, count, text, 0);
        for (var i = 0; i < length; i++)
        {
            if (text[i] == '\n' || line.Length >= LongestLine)
            {
                await TellAsync(cancellationToken).ConfigureAwait(false);
            }

            if (text[i] is not ('\n' or '\r'))
            {
                line.Append(text[i]);
            }
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var text = line.ToString();
        line.Clear();
        if (!string.IsNullOrWhiteSpace(text))
        {
            await onLine!(text, cancellationToken).ConfigureAwait(false);
        }
    }
}
