using System.Buffers.Binary;
using System.Text;

namespace HaIac.CommandProvider.Copying;

/// <summary>Writes one packet of the file transfer protocol.</summary>
/// <remarks>Source: draft-ietf-secsh-filexfer-02 (version 3), sections 3 and 4.</remarks>
internal sealed class SftpPacket
{
    private readonly MemoryStream content = new();

    public SftpPacket(SftpType type) => content.WriteByte((byte)type);

    public SftpPacket Number(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        content.Write(bytes);
        return this;
    }

    public SftpPacket Long(ulong value) => Number((uint)(value >> 32)).Number((uint)value);

    public SftpPacket Bytes(ReadOnlySpan<byte> value)
    {
        Number((uint)value.Length);
        content.Write(value);
        return this;
    }

    public SftpPacket Text(string value) => Bytes(Encoding.UTF8.GetBytes(value));

    /// <summary>The packet with its length in front.</summary>
    public byte[] ToArray()
    {
        var result = new byte[4 + content.Length];
        BinaryPrimitives.WriteUInt32BigEndian(result, (uint)content.Length);
        content.GetBuffer().AsSpan(0, (int)content.Length).CopyTo(result.AsSpan(4));
        return result;
    }
}
