using System.Text;
using System.Text.Json;

namespace Cxf.StatesLanguage.Data;

/// <summary>Parses documents up to <see cref="ServiceLimits.JsonDepth"/>; .NET's own limit is 64 levels, AWS has none.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ServiceLimits.JsonDepth };

    public static JsonElement Parse(string text) => JsonElement.Parse(text, Options);

    public static JsonElement Parse(ReadOnlySpan<byte> utf8) => JsonElement.Parse(utf8, Options);

    /// <summary>Checks a document without keeping anything of it.</summary>
    /// <exception cref="JsonException">The text is not one JSON value.</exception>
    public static void Check(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = ServiceLimits.JsonDepth });
        while (reader.Read()) { }
    }

    /// <summary>
    /// Where the parser stopped: the line and the character in it, both from 0. The parser itself counts bytes of UTF-8.
    /// </summary>
    public static (int Line, int Character) StopOf(JsonException problem, string text)
    {
        var line = (int)(problem.LineNumber ?? 0);
        var rest = text.AsSpan();
        for (var passed = 0; passed < line; passed++)
        {
            rest = rest[(rest.IndexOf('\n') + 1)..];
        }

        var utf8 = Encoding.UTF8.GetBytes(rest.ToString());
        var bytes = (int)Math.Min(problem.BytePositionInLine ?? 0, utf8.Length);
        return (line, Encoding.UTF8.GetCharCount(utf8, 0, bytes));
    }
}
