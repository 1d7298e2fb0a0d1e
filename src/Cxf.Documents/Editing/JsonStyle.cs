using System.Text;
using System.Text.Json;

namespace Cxf.Documents.Editing;

/// <summary>How a text is laid out, so that what is added to it looks like the rest.</summary>
/// <param name="NewLine">What ends its lines.</param>
/// <param name="Unit">By how much it indents.</param>
internal sealed record JsonStyle(string NewLine, string Unit)
{
    /// <summary>A value that fits in a line of this many characters is written on one line.</summary>
    public const int Width = 110;

    /// <summary>The style of a text; that of a text on one line is two spaces and the line end of Unix.</summary>
    public static JsonStyle Of(string text)
    {
        var end = text.IndexOf('\n');
        var newLine = end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
        var unit = end < 0 ? "" : IndentationOf(text.AsSpan(end + 1)).ToString();
        return new JsonStyle(newLine, unit.Length == 0 ? "  " : unit);
    }

    /// <summary>The white space at the beginning of the line in which a place is.</summary>
    public static string IndentationAt(string text, int offset)
    {
        var lineStart = text.AsSpan(0, offset).LastIndexOf('\n') + 1;
        return IndentationOf(text.AsSpan(lineStart)).ToString();
    }

    /// <summary>A value as it is written in such a text, at an indentation.</summary>
    public string Write(JsonElement value, string indentation)
    {
        var text = new StringBuilder();
        Write(text, value, indentation);
        return text.ToString();
    }

    private void Write(StringBuilder text, JsonElement value, string indentation)
    {
        if (!IsHolder(value))
        {
            text.Append(JsonOutput.Text(value.WriteTo, JsonOutput.Relaxed));
            return;
        }

        if (IsSmall(value) && OnOneLine(value) is var line && indentation.Length + line.Length <= Width)
        {
            text.Append(line);
            return;
        }

        var isObject = value.ValueKind == JsonValueKind.Object;
        var inner = indentation + Unit;
        text.Append(isObject ? '{' : '[');
        var isFirst = true;
        foreach (var (name, item) in MembersOf(value))
        {
            text.Append(isFirst ? "" : ",").Append(NewLine).Append(inner);
            if (name is not null)
            {
                text.Append(JsonOutput.Text(writer => writer.WriteStringValue(name), JsonOutput.Relaxed)).Append(": ");
            }

            Write(text, item, inner);
            isFirst = false;
        }

        text.Append(NewLine).Append(indentation).Append(isObject ? '}' : ']');
    }

    // What holds a value or two reads well on one line; an object inside an object does not.
    private static bool IsSmall(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            ? MembersOf(value).Count() <= 2
                && MembersOf(value).All(member => !IsHolder(member.Value) || IsSmallList(member.Value))
            : IsSmallList(value);

    private static bool IsSmallList(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
        && MembersOf(value).All(item => !IsHolder(item.Value) || MembersOf(item.Value).All(member => !IsHolder(member.Value)));

    private static bool IsHolder(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    private static string OnOneLine(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object when !MembersOf(value).Any() => "{}",
            JsonValueKind.Object => $"{{ {string.Join(", ", MembersOf(value).Select(OnOneLine))} }}",
            JsonValueKind.Array => $"[{string.Join(", ", MembersOf(value).Select(OnOneLine))}]",
            _ => JsonOutput.Text(value.WriteTo, JsonOutput.Relaxed),
        };

    private static string OnOneLine((string? Name, JsonElement Value) member) =>
        member.Name is null
            ? OnOneLine(member.Value)
            : $"{JsonOutput.Text(writer => writer.WriteStringValue(member.Name), JsonOutput.Relaxed)}: {OnOneLine(member.Value)}";

    private static IEnumerable<(string? Name, JsonElement Value)> MembersOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Select(member => ((string?)member.Name, member.Value)),
            JsonValueKind.Array => value.EnumerateArray().Select(item => ((string?)null, item)),
            _ => [],
        };

    private static ReadOnlySpan<char> IndentationOf(ReadOnlySpan<char> text) =>
        text[..(text.Length - text.TrimStart(" \t").Length)];
}
