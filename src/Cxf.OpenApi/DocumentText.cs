using System.Text;

namespace Cxf.OpenApi;

/// <summary>The text of a document as JSON, whether it was written in JSON or in YAML.</summary>
internal static class DocumentText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The document as JSON.</summary>
    /// <exception cref="ImportException">It is neither JSON nor YAML.</exception>
    public static ReadOnlyMemory<byte> ToJson(ReadOnlyMemory<byte> text)
    {
        var start = Start(text.Span);
        if (start == text.Length)
        {
            throw new ImportException("The document is empty.", "Name the file or URL of an OpenAPI document.");
        }

        if (text.Span[start] == '<')
        {
            throw new ImportException(
                "This is a web page or XML, not an OpenAPI document.",
                "Name the URL of the document itself. It often ends with openapi.json, swagger.json or .yaml."
            );
        }

        if (text.Span[start] is (byte)'{' or (byte)'[')
        {
            return text[start..];
        }

        try
        {
            return YamlText.ToJson(Strict.GetString(text.Span[Preamble(text.Span)..]));
        }
        catch (DecoderFallbackException)
        {
            throw new ImportException("The document is not UTF-8 text.", "Save it as UTF-8 without compression.");
        }
    }

    private static int Start(ReadOnlySpan<byte> text)
    {
        var start = Preamble(text);
        while (start < text.Length && text[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        return start;
    }

    private static int Preamble(ReadOnlySpan<byte> text) =>
        text.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
}
