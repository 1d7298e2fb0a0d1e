using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ApiCalls.Authentication;

/// <summary>Reads a token endpoint's answer that is text: form encoding, as RFC 6749 had it in its drafts, or JSON.</summary>
internal static class FormAnswer
{
    /// <summary>The answer as a JSON object, whose members are texts if it is a form.</summary>
    public static JsonElement Read(string text)
    {
        if (text.AsSpan().TrimStart().StartsWith('{'))
        {
            try
            {
                return JsonElement.Parse(text);
            }
            catch (JsonException)
            {
                // Read as a form, it contains no token either.
            }
        }

        var fields = text.Trim()
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0]);
        return JsonOutput.Element(writer =>
        {
            writer.WriteStartObject();
            foreach (var pair in fields)
            {
                writer.WriteString(Decode(pair[0]), Decode(pair[1]));
            }

            writer.WriteEndObject();
        });
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
