namespace HaIac.CommandProvider.Copying;

/// <summary>The few requests of the file transfer protocol that a copy needs.</summary>
/// <remarks>Source: draft-ietf-secsh-filexfer-02 (version 3), which every OpenSSH server speaks.</remarks>
/// <param name="toServer">What the server reads.</param>
/// <param name="fromServer">What it writes.</param>
internal sealed class SftpClient(Stream toServer, Stream fromServer)
{
    private const uint ProtocolVersion = 3;
    private const uint OpenForWriting = 0x02 | 0x08 | 0x10;
    private const uint HasPermissions = 0x04;
    private const uint HasSize = 0x01;
    private const uint HasOwner = 0x02;
    private const uint FolderType = 0x4000, TypeMask = 0xF000;

    // Servers take packets of 256 KiB; so many are on their way before the first answer is read.
    private const int BlockSize = 32 * 1024;
    private const int BlocksAhead = 64;
    private const int LongestAnswer = 256 * 1024;

    private uint lastId;

    /// <summary>Greets the server.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await SendAsync(new SftpPacket(SftpType.Init).Number(ProtocolVersion), cancellationToken).ConfigureAwait(false);
        var answer = await ReceiveAsync(cancellationToken).ConfigureAwait(false);
        if (answer.Type != SftpType.Version)
        {
            throw new InvalidDataException("What answers is no file transfer server.");
        }
    }

    /// <summary>Whether a path is a folder; null if there is nothing.</summary>
    public async Task<bool?> IsFolderAsync(string path, CancellationToken cancellationToken)
    {
        var id = ++lastId;
        await SendAsync(new SftpPacket(SftpType.Stat).Number(id).Text(path), cancellationToken).ConfigureAwait(false);
        var answer = await AnswerAsync([id], cancellationToken).ConfigureAwait(false);
        if (answer.Type == SftpType.Status)
        {
            var status = answer.Number();
            return status == SftpException.NoSuchFile ? null : throw SftpException.Of(status, answer.Text());
        }

        var flags = answer.Number();
        if ((flags & HasSize) != 0)
        {
            answer.Long();
        }

        if ((flags & HasOwner) != 0)
        {
            answer.Long();
        }

        return (flags & HasPermissions) != 0 && (answer.Number() & TypeMask) == FolderType;
    }

    /// <summary>Makes a folder; the one above it must exist.</summary>
    public async Task MakeFolderAsync(string path, CancellationToken cancellationToken)
    {
        var id = ++lastId;
        await SendAsync(new SftpPacket(SftpType.MakeFolder).Number(id).Text(path).Number(0), cancellationToken).ConfigureAwait(false);
        await DoneAsync([id], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a file, over an existing one if there is one.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="content">Its content.</param>
    /// <param name="executable">Whether a new file may be executed; the server's umask holds in any case.</param>
    /// <param name="cancellationToken">Ends the transfer in the middle.</param>
    public async Task WriteAsync(string path, Stream content, bool executable, CancellationToken cancellationToken)
    {
        var handle = await CreateAsync(path, executable ? 0x1FFu : 0x1B6u, cancellationToken).ConfigureAwait(false);
        var open = new HashSet<uint>();
        var offset = 0UL;
        var block = new byte[BlockSize];
        while (await content.ReadAtLeastAsync(block, BlockSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) is var count and > 0)
        {
            var id = ++lastId;
            await SendAsync(new SftpPacket(SftpType.Write).Number(id).Bytes(handle).Long(offset).Bytes(block.AsSpan(0, count)), cancellationToken).ConfigureAwait(false);
            open.Add(id);
            offset += (ulong)count;
            if (open.Count == BlocksAhead)
            {
                await DoneAsync(open, cancellationToken).ConfigureAwait(false);
            }
        }

        while (open.Count > 0)
        {
            await DoneAsync(open, cancellationToken).ConfigureAwait(false);
        }

        var close = ++lastId;
        await SendAsync(new SftpPacket(SftpType.Close).Number(close).Bytes(handle), cancellationToken).ConfigureAwait(false);
        await DoneAsync([close], cancellationToken).ConfigureAwait(false);
    }

    private async Task<byte[]> CreateAsync(string path, uint permissions, CancellationToken cancellationToken)
    {
        var id = ++lastId;
        var packet = new SftpPacket(SftpType.Open).Number(id).Text(path).Number(OpenForWriting).Number(HasPermissions).Number(permissions);
        await SendAsync(packet, cancellationToken).ConfigureAwait(false);
        var answer = await AnswerAsync([id], cancellationToken).ConfigureAwait(false);
        return answer.Type == SftpType.Handle ? answer.Bytes() : throw SftpException.Of(answer.Number(), answer.Text());
    }

    private async Task DoneAsync(HashSet<uint> open, CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync(open, cancellationToken).ConfigureAwait(false);
        var status = answer.Number();
        if (status != 0)
        {
            throw SftpException.Of(status, answer.Text());
        }
    }

    /// <summary>The answer to one of the open requests, which servers may answer in any order.</summary>
    private async Task<SftpAnswer> AnswerAsync(HashSet<uint> open, CancellationToken cancellationToken)
    {
        var answer = await ReceiveAsync(cancellationToken).ConfigureAwait(false);
        return open.Remove(answer.Number()) ? answer : throw new InvalidDataException("The file transfer server answers something else than what it was asked.");
    }

    private async Task SendAsync(SftpPacket packet, CancellationToken cancellationToken)
    {
        await toServer.WriteAsync(packet.ToArray(), cancellationToken).ConfigureAwait(false);
        await toServer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<SftpAnswer> ReceiveAsync(CancellationToken cancellationToken)
    {
        var head = new byte[4];
        await fromServer.ReadExactlyAsync(head, cancellationToken).ConfigureAwait(false);
        var length = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(head);
        if (length is 0 or > LongestAnswer)
        {
            throw new InvalidDataException("What answers is no file transfer server.");
        }

        var content = new byte[length];
        await fromServer.ReadExactlyAsync(content, cancellationToken).ConfigureAwait(false);
        return new SftpAnswer(content);
    }
}
