using System.Text;
using System.Text.Json;

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

    /// <summary>The location at which the parser stopped. The parser itself counts bytes.</summary>
    /// <param name="exception">The parser's exception.</param>
    /// <param name="utf8">The text that it was given.</param>
    public static JsonPosition Of(JsonException exception, ReadOnlySpan<byte> utf8)
    {
        var rest = utf8;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        var bytes = (int)Math.Min(exception.BytePositionInLine ?? 0, rest.Length);
        return new JsonPosition((int)(exception.LineNumber ?? 0) + 1, Encoding.UTF8.GetCharCount(rest[..bytes]) + 1);
    }
}

/// <summary>A member whose name the same object already has; the last one would win silently.</summary>
/// <param name="Pointer">The member's pointer, the same for both.</param>
/// <param name="Position">The location of the later name.</param>
/// <param name="First">The location of the first name.</param>
public readonly record struct JsonDuplicate(string Pointer, JsonPosition Position, JsonPosition First);
