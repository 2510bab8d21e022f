using System.Buffers.Binary;
using System.Text;

namespace HaIac.CommandProvider.Copying;

/// <summary>Reads one packet of the server.</summary>
/// <param name="content">The packet without its length.</param>
internal sealed class SftpAnswer(byte[] content)
{
    private int at = 1;

    public SftpType Type => (SftpType)content[0];

    public uint Number() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public ulong Long() => ((ulong)Number() << 32) | Number();

    public byte[] Bytes() => Take(Number()).ToArray();

    public string Text() => at < content.Length ? Encoding.UTF8.GetString(Bytes()) : "";

    private ReadOnlySpan<byte> Take(uint length)
    {
        if (length > content.Length - at)
        {
            throw new InvalidDataException("The file transfer server sends an answer that is shorter than it says.");
        }

        at += (int)length;
        return content.AsSpan(at - (int)length, (int)length);
    }
}
