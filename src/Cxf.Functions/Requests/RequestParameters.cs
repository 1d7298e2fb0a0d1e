using System.Text;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Runs;

namespace Cxf.Functions.Requests;

/// <summary>
/// The parameters of a request: <c>Details.Parameters</c> of a Connect event, or the whole event in the direct form. Contact
/// flows can only write texts, so numbers may be texts. The payload may be an object, JSON in a text, or, without a
/// <c>payload</c>, all parameters with names that are not reserved.
/// </summary>
internal sealed class RequestParameters(JsonElement parameters, string place, ContactFacts contact)
{
    /// <summary>The names that have a meaning of their own and are never part of the payload.</summary>
    public static IReadOnlyList<string> Reserved { get; } =
    ["tenantId", "flowId", "payload", "requestKey", "afterRunId", "callerLimitSeconds", "responseMode"];

    // What CallApi and Step Functions put around a payload counts too, and readers of JSON stop at 64 levels.
    private static readonly JsonDocumentOptions TextOptions = new() { MaxDepth = 60 };

    /// <summary>The contact that sends them.</summary>
    public ContactFacts Contact => contact;

    /// <summary>Whether they came without a contact, in the direct form.</summary>
    public bool IsDirect => place.Length == 0;

    /// <summary>The problems found so far, one sentence per field.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>A text that must be there.</summary>
    public string? Required(string name)
    {
        var text = Optional(name);
        if (text is null && !Problems.Exists(problem => problem.StartsWith(Place(name))))
        {
            Problems.Add($"{Place(name)} is missing");
        }

        return text;
    }

    /// <summary>A text that may be absent, null or empty, which all mean the same. A number is as good as its text.</summary>
    public string? Optional(string name)
    {
        if (!parameters.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.GetRawText();
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Problems.Add($"{Place(name)} must be text");
            return null;
        }

        return value.GetString() is { Length: > 0 } text ? text : null;
    }

    /// <summary>One of the given values; the first is the default.</summary>
    public T Word<T>(string name, IReadOnlyDictionary<string, T> words)
    {
        var text = Optional(name);
        if (text is not null && !words.ContainsKey(text))
        {
            Problems.Add($"{Place(name)} must be {string.Join(" or ", words.Keys)}");
        }

        return text is not null && words.TryGetValue(text, out var value) ? value : words.First().Value;
    }

    /// <summary>A number of seconds, as a number or as its text; the fallback when absent.</summary>
    public TimeSpan Seconds(string name, double min, double max, TimeSpan fallback)
    {
        if (
            !parameters.TryGetProperty(name, out var value)
            || value.ValueKind == JsonValueKind.Null
            || (value.ValueKind == JsonValueKind.String && value.ValueEquals(""))
        )
        {
            return fallback;
        }

        var number = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.String when double.TryParse(value.GetString(), out var parsed) => parsed,
            _ => double.NaN,
        };
        if (number >= min && number <= max)
        {
            return TimeSpan.FromSeconds(number);
        }

        Problems.Add($"{Place(name)} must be a number of seconds from {min} to {max}");
        return fallback;
    }

    /// <summary>The payload in whichever of its three forms it came; null after a problem.</summary>
    public JsonElement? Payload()
    {
        if (!parameters.TryGetProperty("payload", out var payload) || payload.ValueKind == JsonValueKind.Null)
        {
            return FromFlatKeys();
        }

        if (payload.ValueKind == JsonValueKind.String)
        {
            return FromText(payload.GetString()!);
        }

        if (payload.ValueKind == JsonValueKind.Object)
        {
            return payload;
        }

        Problems.Add($"{Place("payload")} must be an object, or the JSON text of one");
        return null;
    }

    private JsonElement? FromText(string text)
    {
        try
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            var value = JsonElement.Parse(utf8, TextOptions);
            if (!JsonUnicode.IsValid(utf8))
            {
                Problems.Add($"{Place("payload")} contains text that is not Unicode");
                return null;
            }

            if (value.ValueKind == JsonValueKind.Object)
            {
                return value;
            }
        }
        catch (JsonException)
        {
            // Reported below without the text, which may be personal; the position does not help the author of a contact flow.
        }

        Problems.Add($"{Place("payload")} is text, but not the JSON text of an object");
        return null;
    }

    private JsonElement FromFlatKeys() =>
        JsonOutput.Element(
            writer =>
            {
                writer.WriteStartObject();
                foreach (var member in parameters.EnumerateObject().Where(member => !Reserved.Contains(member.Name)))
                {
                    member.WriteTo(writer);
                }

                writer.WriteEndObject();
            },
            JsonOutput.Relaxed
        );

    private string Place(string name) => place + name;
}
