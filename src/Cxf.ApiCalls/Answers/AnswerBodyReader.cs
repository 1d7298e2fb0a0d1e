using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Cxf.ApiCalls.Outcomes;
using Cxf.Documents;

namespace Cxf.ApiCalls.Answers;

/// <summary>
/// Converts an answer's bytes to JSON: JSON as it is, text and XML as a string, no body or a blank one as null. A body that
/// cannot be converted exactly is a failure, never an empty result.
/// </summary>
internal static class AnswerBodyReader
{
    /// <summary>The body of an answer that has none.</summary>
    public static readonly JsonElement Nothing = JsonElement.Parse("null");

    public static Result<JsonElement> Read(ReadOnlySpan<byte> bytes, MediaTypeHeaderValue? contentType)
    {
        if (bytes.IsEmpty)
        {
            return Nothing;
        }

        var mediaType = contentType?.MediaType;
        if (mediaType is null)
        {
            var json = ReadJson(bytes, null);
            return json.Succeeded ? json : ReadText(bytes, null);
        }

        return MediaTypes.IsJson(mediaType) ? ReadJson(bytes, contentType!.CharSet)
            : MediaTypes.IsText(mediaType)
                ? ReadText(bytes, contentType!.CharSet ?? (MediaTypes.IsXml(mediaType) ? XmlDeclaration.CharsetOf(bytes) : null))
            : FailureReason.ContentTypeUnknown;
    }

    private static Result<JsonElement> ReadJson(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (!Charsets.TryGet(charset, bytes, out var encoding, out var start))
        {
            return FailureReason.CharsetWrong;
        }

        try
        {
            var utf8 = encoding is UTF8Encoding ? bytes[start..] : Encoding.UTF8.GetBytes(encoding.GetString(bytes[start..]));
            return IsBlank(utf8) ? Nothing
                : !Utf8.IsValid(utf8) ? FailureReason.CharsetWrong
                : JsonElement.Parse(utf8) is var json && JsonUnicode.IsValid(utf8) ? json
                : FailureReason.NotJson;
        }
        catch (JsonException)
        {
            return FailureReason.NotJson;
        }
        catch (DecoderFallbackException)
        {
            return FailureReason.CharsetWrong;
        }
    }

    /// <summary>Whether there is nothing but JSON's white space (RFC 8259 section 2).</summary>
    private static bool IsBlank(ReadOnlySpan<byte> utf8) => !utf8.ContainsAnyExcept(" \t\r\n"u8);

    private static Result<JsonElement> ReadText(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (!Charsets.TryGet(charset, bytes, out var encoding, out var start))
        {
            return FailureReason.CharsetWrong;
        }

        try
        {
            return JsonText.Of(encoding.GetString(bytes[start..]));
        }
        catch (DecoderFallbackException)
        {
            return FailureReason.CharsetWrong;
        }
    }
}

/// <summary>A text as a JSON value.</summary>
internal static class JsonText
{
    public static JsonElement Of(string text) =>
        JsonOutput.Element(writer => writer.WriteStringValue(text), ApiCallAnswer.WriterOptions);
}
