using System.Text;
using System.Text.Json;

namespace Cxf.Documents;

/// <summary>Why and where a text is not JSON.</summary>
/// <param name="Message">The parser's words, as a sentence.</param>
/// <param name="Position">Where it stopped.</param>
public sealed record JsonSyntaxProblem(string Message, JsonPosition Position)
{
    internal static JsonSyntaxProblem From(JsonException exception, ReadOnlySpan<byte> utf8)
    {
        var message = exception.Message;
        var place = message.IndexOf(" LineNumber:");
        if (place > 0)
        {
            message = message[..place];
        }

        return new JsonSyntaxProblem(message, Locate(exception, utf8));
    }

    internal static JsonSyntaxProblem NotUnicode(int offset, ReadOnlySpan<byte> utf8) =>
        new(
            "The string is not Unicode text: it contains a byte that is not UTF-8, or half of a surrogate pair.",
            JsonPosition.At(offset, utf8)
        );

    private static JsonPosition Locate(JsonException exception, ReadOnlySpan<byte> utf8)
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
