using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ApiCalls.Requests;

/// <summary>
/// Reads an object of scalars as names and values: query parameters, headers, form fields. A list repeats its name;
/// null leaves it out, so that a flow can drop a parameter by having no value for it.
/// </summary>
internal static class ParameterReader
{
    public static IReadOnlyList<KeyValuePair<string, string>> Read(JsonCursor? cursor)
    {
        if (cursor is null || !cursor.IsObject())
        {
            return [];
        }

        var pairs = new List<KeyValuePair<string, string>>();
        if (!TryRead(cursor.Element, pairs))
        {
            cursor.Report(
                cursor.Reader.Codes.WrongType,
                "The value must be text, a number, true, false, null or a list of these.",
                "Convert objects to text first, for example with $string."
            );
        }

        return pairs;
    }

    public static bool TryRead(JsonElement element, List<KeyValuePair<string, string>> pairs)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in member.Value.EnumerateArray())
                {
                    if (!TryAdd(member.Name, item, pairs))
                    {
                        return false;
                    }
                }
            }
            else if (!TryAdd(member.Name, member.Value, pairs))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryAdd(string name, JsonElement value, List<KeyValuePair<string, string>> pairs)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };
        if (text is not null)
        {
            pairs.Add(new KeyValuePair<string, string>(name, text));
        }

        return text is not null || value.ValueKind == JsonValueKind.Null;
    }
}
