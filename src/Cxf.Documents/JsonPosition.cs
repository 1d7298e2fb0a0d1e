using System.Text;

namespace Cxf.Documents;

/// <summary>A location in a JSON text.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, as editors count, from 1.</param>
public readonly record struct JsonPosition(int Line, int Column)
{
    /// <summary>The location of a byte.</summary>
    internal static JsonPosition At(int offset, ReadOnlySpan<byte> utf8)
    {
        var before = utf8[..offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new JsonPosition(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
