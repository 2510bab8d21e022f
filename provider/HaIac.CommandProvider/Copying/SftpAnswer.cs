using System.Buffers.Binary;
using System.Text;

namespace HaIac.CommandProvider.Copying;

/// <summary>Reads one packet of the server.</summary>
/// <param name="content">The packet without its length.</param>
internal sealed class SftpAnswer(byte[] content)
{
    private int at = 1;

    public SftpType Type => (SftpType)content[0];

    public uint Number()
    {
        var value = BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(at, 4));
        at += 4;
        return value;
    }

    public ulong Long() => ((ulong)Number() << 32) | Number();

    public byte[] Bytes()
    {
        var length = (int)Number();
        var value = content.AsSpan(at, length).ToArray();
        at += length;
        return value;
    }

    public string Text() => at < content.Length ? Encoding.UTF8.GetString(Bytes()) : "";
}
