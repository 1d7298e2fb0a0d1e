using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata.Functions;

/// <summary>Base64 and percent encoding.</summary>
internal static class Encoding
{
    public static IEnumerable<BuiltInFunction> All =>
        [
            new("base64encode", "<s-:s>", 1, (arguments, _) => Map(arguments[0], Base64Text.Encode)),
            new("base64decode", "<s-:s>", 1, (arguments, _) => Map(arguments[0], Base64Text.Decode)),
            new(
                "encodeUrlComponent",
                "<s-:s>",
                1,
                (arguments, _) => MapUrl("encodeUrlComponent", arguments[0], UrlText.EncodeComponent)
            ),
            new("encodeUrl", "<s-:s>", 1, (arguments, _) => MapUrl("encodeUrl", arguments[0], UrlText.Encode)),
            new(
                "decodeUrlComponent",
                "<s-:s>",
                1,
                (arguments, _) => MapUrl("decodeUrlComponent", arguments[0], UrlText.DecodeComponent)
            ),
            new("decodeUrl", "<s-:s>", 1, (arguments, _) => MapUrl("decodeUrl", arguments[0], UrlText.Decode)),
        ];

    private static JsonataValue Map(in JsonataValue text, Func<string, string> change) =>
        text.IsUndefined ? default : JsonataValue.From(change(text.AsString()));

    private static JsonataValue MapUrl(string name, in JsonataValue text, Func<string, string?> change)
    {
        if (text.IsUndefined)
        {
            return default;
        }

        return change(text.AsString()) is { } changed ? JsonataValue.From(changed) : throw Malformed(name, text);
    }

    private static JsonataException Malformed(string name, in JsonataValue text)
    {
        var sentence = Errors.Evaluation("D3140", text).Message.Replace("{functionName}", name);
        return new JsonataException("D3140", sentence, -1, name) { Value = text };
    }
}
