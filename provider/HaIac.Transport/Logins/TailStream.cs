using System.Text;

namespace HaIac.Transport.Logins;

/// <summary>A stream that is read through it, and of which it remembers the end.</summary>
/// <param name="inner">The stream.</param>
internal sealed class TailStream(Stream inner) : Stream
{
    private const int Kept = 1024;

    private byte[] tail = [];

    /// <summary>The last line that was read.</summary>
    public string LastLine => Encoding.UTF8.GetString(tail).TrimEnd().Split('\n')[^1].TrimEnd();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        tail = [.. tail, .. buffer.Span[Math.Max(0, count - Kept)..count]];
        tail = tail[Math.Max(0, tail.Length - Kept)..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
