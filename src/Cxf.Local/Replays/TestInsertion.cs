using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Local.Stores;

namespace Cxf.Local.Replays;

/// <summary>Adds a test to the text of a flow document, and leaves the rest of the text as its author wrote it.</summary>
internal static class TestInsertion
{
    private const string Member = "tests";
    private const string Indent = "  ";

    /// <summary>The document with the test as its last one.</summary>
    public static string Add(string document, JsonObject test)
    {
        var utf8 = Encoding.UTF8.GetBytes(document);
        var (end, hasItems, isList) = Find(utf8);
        var before = Encoding.UTF8.GetString(utf8.AsSpan(0, end)).TrimEnd();
        var after = Encoding.UTF8.GetString(utf8.AsSpan(end));
        var text = isList
            ? $"{before}{(hasItems ? "," : "")}\n{Indented(test, 2)}\n{Indent}{after}"
            : $"{before}{(hasItems ? "," : "")}\n{Indent}\"{Member}\": [\n{Indented(test, 2)}\n{Indent}]\n{after}";
        return document.Contains("\r\n", StringComparison.Ordinal) ? text.ReplaceLineEndings("\r\n") : text;
    }

    // Where the list of tests ends, or else the document.
    private static (int End, bool HasItems, bool IsList) Find(byte[] utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var (isTests, hasMembers, hasItems, end) = (false, false, false, 0);
        while (reader.Read())
        {
            switch (reader.CurrentDepth, reader.TokenType)
            {
                case (1, JsonTokenType.PropertyName):
                    (isTests, hasMembers) = (reader.ValueTextEquals(Member), true);
                    break;
                case (1, JsonTokenType.EndArray) when isTests:
                    return ((int)reader.TokenStartIndex, hasItems, true);
                case (0, JsonTokenType.EndObject):
                    end = (int)reader.TokenStartIndex;
                    break;
                default:
                    hasItems |= isTests && reader.CurrentDepth > 1;
                    break;
            }
        }

        return (end, hasMembers, false);
    }

    private static string Indented(JsonObject test, int depth)
    {
        var indent = string.Concat(Enumerable.Repeat(Indent, depth));
        return indent + test.ToJsonString(JsonFiles.Readable).ReplaceLineEndings("\n" + indent);
    }
}
