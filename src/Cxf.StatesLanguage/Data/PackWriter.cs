using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Cxf.StatesLanguage.Data;

/// <summary>
/// Writes values as bytes, so that what is kept for long is no object that the garbage collector visits. A document or text that
/// was written a moment ago is written as a reference to it, and a large one stays the object that it is.
/// </summary>
internal sealed class PackWriter
{
    // Copying less than this costs less than an object that is kept.
    private const int LargeBytes = 4_096;

    // How many of the last documents and texts are compared: states pass on what they got, and tasks repeat their names.
    private const int Recent = 8;

    private const int FirstBytes = 1_024;
    private const int KeptBytes = 64 * 1_024;

    private readonly List<object> _seen = [];
    private readonly List<object> _objects = [];
    private byte[] _bytes = new byte[FirstBytes];
    private int _length;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>The objects that stay objects, in the order in which they are read.</summary>
    public IReadOnlyList<object> Objects => _objects;

    /// <summary>Lets go everything that was written.</summary>
    public void Clear()
    {
        _length = 0;
        _seen.Clear();
        _objects.Clear();
        if (_bytes.Length > KeptBytes)
        {
            _bytes = new byte[FirstBytes];
            _seen.Capacity = 0;
            _objects.Capacity = 0;
        }
    }

    public void WriteByte(byte value)
    {
        if (_length == _bytes.Length)
        {
            Reserve(1);
        }

        _bytes[_length++] = value;
    }

    /// <summary>A number in as few bytes as it needs; negative ones take ten.</summary>
    public void WriteNumber(long value)
    {
        var rest = (ulong)value;
        while (rest >= 0x80)
        {
            WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        WriteByte((byte)rest);
    }

    /// <summary>A number that is small in either direction.</summary>
    public void WriteDifference(long value) => WriteNumber((value << 1) ^ (value >> 63));

    public void WriteOptional(long? value)
    {
        WriteByte(value is null ? (byte)0 : (byte)1);
        if (value is { } number)
        {
            WriteDifference(number);
        }
    }

    /// <summary>A number in eight bytes.</summary>
    public void WriteFixed(long value)
    {
        Reserve(sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(_length), value);
        _length += sizeof(long);
    }

    public void WriteObject(object value) => _objects.Add(value);

    public void Write(Payload? document)
    {
        if (document is null)
        {
            WriteNumber(PackMarks.Null);
        }
        else if (!IsRecent(document))
        {
            if (document.Length > LargeBytes)
            {
                WriteNumber(PackMarks.Object);
                WriteObject(document);
            }
            else
            {
                WriteNumber(PackMarks.Bytes);
                Write(document.Text);
            }
        }
    }

    public void Write(string? text)
    {
        if (text is null)
        {
            WriteNumber(PackMarks.Null);
        }
        else if (!IsRecent(text))
        {
            WriteText(text);
        }
    }

    private void WriteText(string text)
    {
        if (text.Length > LargeBytes)
        {
            WriteNumber(PackMarks.Object);
            WriteObject(text);
        }
        else if (Ascii.IsValid(text))
        {
            WriteNumber(PackMarks.Bytes);
            WriteNumber(text.Length);
            Reserve(text.Length);
            _length += Encoding.ASCII.GetBytes(text, _bytes.AsSpan(_length));
        }
        else
        {
            // As it is in memory: a text of an expression may have half a surrogate pair.
            WriteNumber(PackMarks.Characters);
            Write(MemoryMarshal.AsBytes(text.AsSpan()));
        }
    }

    private bool IsRecent(object value)
    {
        for (var index = _seen.Count - 1; index >= 0 && index >= _seen.Count - Recent; index--)
        {
            if (ReferenceEquals(_seen[index], value))
            {
                WriteNumber(PackMarks.Seen + (_seen.Count - 1 - index));
                return true;
            }
        }

        _seen.Add(value);
        return false;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        WriteNumber(bytes.Length);
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - _length < more)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + more));
        }
    }
}
