using System.Text.Json;

namespace Cxf.StatesLanguage.Data;

/// <summary>Parses documents up to <see cref="ServiceLimits.JsonDepth"/>; .NET's own limit is 64 levels, AWS has none.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ServiceLimits.JsonDepth };

    public static JsonElement Parse(string text) => JsonElement.Parse(text, Options);

    public static JsonElement Parse(ReadOnlySpan<byte> utf8) => JsonElement.Parse(utf8, Options);
}
