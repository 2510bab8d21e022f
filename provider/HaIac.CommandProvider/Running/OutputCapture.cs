using System.Text;
using System.Threading.Channels;

namespace HaIac.CommandProvider.Running;

/// <summary>
/// Keeps one output stream of a command, and beside that hands on each line of it. Who takes the lines slowly neither holds the command up nor makes it
/// look as if it had not ended; what is not handed on yet waits in what is kept anyway.
/// </summary>
/// <param name="onLine">Gets each line that holds anything, without its end; null: nobody does.</param>
internal sealed class OutputCapture(Func<string, CancellationToken, Task>? onLine)
{
    /// <summary>How many bytes are kept at most; more is a failure of the command.</summary>
    public const int Limit = 64 * 1024 * 1024;

    // A longer line is shown in pieces.
    private const int LongestLine = 16 * 1024;
    private const int BlockSize = 64 * 1024;

    private readonly MemoryStream kept = new();
    private readonly Lock gate = new();
    private readonly Channel<bool> news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
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
        var buffer = new byte[BlockSize];
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var count and > 0)
        {
            Keep(buffer, count);
            news.Writer.TryWrite(true);
        }
    }

    /// <summary>Nothing more will be read: what is left may be handed on, and then <see cref="ShowAsync"/> ends.</summary>
    public void Complete() => news.Writer.TryComplete();

    /// <summary>Hands lines on, until <see cref="Complete"/>.</summary>
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        if (onLine is null)
        {
            return;
        }

        var shown = 0;
        var block = new byte[BlockSize];
        var text = new char[Encoding.UTF8.GetMaxCharCount(BlockSize)];
        while (await news.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            news.Reader.TryRead(out _);
            while (Next(shown, block) is var count and > 0)
            {
                shown += count;
                var length = decoder.GetChars(block, 0, count, text, 0);
                await TellLinesAsync(text.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
            }
        }

        if (line.Length > 0)
        {
            await TellAsync(cancellationToken).ConfigureAwait(false);
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

    private int Next(int shown, byte[] block)
    {
        lock (gate)
        {
            var count = Math.Min(block.Length, (int)kept.Length - shown);
            kept.GetBuffer().AsSpan(shown, count).CopyTo(block);
            return count;
        }
    }

    private async Task TellLinesAsync(ReadOnlyMemory<char> text, CancellationToken cancellationToken)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text.Span[i];
            if (c == '\n' || line.Length >= LongestLine)
            {
                await TellAsync(cancellationToken).ConfigureAwait(false);
            }

            if (c is not ('\n' or '\r'))
            {
                line.Append(c);
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
