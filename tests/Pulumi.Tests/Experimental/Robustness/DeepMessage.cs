using Google.Protobuf;

namespace Pulumi.Tests.Experimental.Robustness;

/// <summary>Property structures of any depth as bytes: the library would recurse over messages that deep.</summary>
internal static class DeepMessage
{
    private const byte Length = 2;

    /// <summary>A request whose field of the given number is a structure of objects in objects, all under the name "a".</summary>
    public static byte[] Of(int field, int levels)
    {
        // Written from its end to its beginning: the size of what is inside stands in front of it.
        var bytes = new byte[64 + (levels * 24)];
        var start = bytes.Length;
        for (var level = 0; level < levels; level++)
        {
            // Value { struct_value: Struct { fields: Entry { key: "a", value: … } } }
            if (level > 0)
            {
                Wrap(5);
            }

            Wrap(2);
            bytes[--start] = (byte)'a';
            Put(1);
            Put((1 << 3) | Length);
            Wrap(1);
        }

        Wrap(field);
        return bytes[start..];

        void Wrap(int number)
        {
            Put((uint)(bytes.Length - start));
            Put((uint)((number << 3) | Length));
        }

        void Put(uint value)
        {
            start -= CodedOutputStream.ComputeUInt32Size(value);
            for (var at = start; ; at++, value >>= 7)
            {
                bytes[at] = (byte)(value | 0x80);
                if (value < 0x80)
                {
                    bytes[at] = (byte)value;
                    break;
                }
            }
        }
    }
}
