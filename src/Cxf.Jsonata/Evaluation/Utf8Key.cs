using System.Buffers.Binary;

namespace Cxf.Jsonata.Evaluation;

/// <summary>A text of one to sixteen UTF-8 bytes as two numbers, so that equal texts are found without comparing byte by byte.</summary>
internal readonly record struct Utf8Key(ulong First, ulong Last, int Length)
{
    private const int Longest = 2 * sizeof(ulong);
    /// <summary>Spreads over all bits of an int that is not negative.</summary>
    public int Hash
    {
        get
        {
            const ulong prime = 0x9E37_79B9_7F4A_7C15;
            return (int)(((First ^ (Last * prime)) * prime) >> 33);
        }
    }

    /// <summary>False for no text and for a longer one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Utf8Key key)
    {
        if (text.Length is 0 or > Longest)
        {
            key = default;
            return false;
        }

        key = new Utf8Key(Load(text), text.Length > sizeof(ulong) ? Load(text[sizeof(ulong)..]) : 0, text.Length);
        return true;
    }

    /// <summary>Up to eight bytes as a number; shorter texts read their bytes twice where that is quicker than one by one.</summary>
    private static ulong Load(ReadOnlySpan<byte> bytes)
    {
        const int half = sizeof(uint);
        if (bytes.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        }

        if (bytes.Length >= half)
        {
            return BinaryPrimitives.ReadUInt32LittleEndian(bytes)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes[^half..]) << 32);
        }

        var number = (ulong)bytes[0];
        for (var at = 1; at < bytes.Length; at++)
        {
            number |= (ulong)bytes[at] << (8 * at);
        }

        return number;
    }
}
