using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Cxf.StatesLanguage.Data;

/// <summary>Reads what a <see cref="PackWriter"/> wrote, in the same order.</summary>
internal sealed class PackReader(ReadOnlyMemory<byte> bytes, ReadOnlyMemory<object?> objects)
{
    private readonly List<object> _seen = [];
    private int _position;
    private int _object;

    public byte ReadByte() => bytes.Span[_position++];

    public long ReadNumber()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)value;
            }
        }
    }

    public long ReadDifference()
    {
        var value = (ulong)ReadNumber();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public long? ReadOptional() => ReadByte() == 0 ? null : ReadDifference();

    public long ReadFixed()
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(bytes.Span[_position..]);
        _position += sizeof(long);
        return value;
    }

    public object ReadObject() => objects.Span[_object++]!;

    /// <summary>The bytes of a text that no reader needs as a text.</summary>
    public ReadOnlySpan<byte> ReadBytes()
    {
        var length = (int)ReadNumber();
        _position += length;
        return bytes.Span.Slice(_position - length, length);
    }

    public Payload ReadDocument() => ReadOptionalDocument()!;

    public Payload? ReadOptionalDocument()
    {
        var mark = (int)ReadNumber();
        return (Payload?)(
            mark switch
            {
                PackMarks.Null => null,
                PackMarks.Object => See(ReadObject()),
                PackMarks.Bytes => See(Payload.FromValidText(ReadBytes().ToArray())),
                _ => Seen(mark),
            }
        );
    }

    public string ReadText() => ReadOptionalText()!;

    public string? ReadOptionalText()
    {
        var mark = (int)ReadNumber();
        return (string?)(
            mark switch
            {
                PackMarks.Null => null,
                PackMarks.Object => See(ReadObject()),
                PackMarks.Bytes => See(Encoding.ASCII.GetString(ReadBytes())),
                PackMarks.Characters => See(MemoryMarshal.Cast<byte, char>(ReadBytes()).ToString()),
                _ => Seen(mark),
            }
        );
    }

    private object Seen(int mark) => _seen[_seen.Count - 1 - (mark - PackMarks.Seen)];

    private object See(object value)
    {
        _seen.Add(value);
        return value;
    }
}
