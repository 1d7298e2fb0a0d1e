using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.Model;

/// <summary>
/// How an expression is written in a string: <c>{%</c> at its very start, <c>%}</c> at its very end
/// (Step Functions, "Transforming data with JSONata"; no space outside the marks).
/// </summary>
public static class ExpressionText
{
    /// <summary>Where the JSONata starts in the string, in characters.</summary>
    public const int Start = 2;

    private const string Open = "{%";
    private const string Close = "%}";

    /// <summary>The JSONata between the marks, spaces at its ends included; false when the string is plain text.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out string? jsonata)
    {
        var marked = text.Length >= Open.Length + Close.Length && text.StartsWith(Open) && text.EndsWith(Close);
        jsonata = marked ? text[Open.Length..^Close.Length] : null;
        return marked;
    }

    /// <summary>Whether plain text holds a mark, and so was probably meant to be an expression.</summary>
    public static bool LooksLikeExpression(string text) => text.Contains(Open) || text.Contains(Close);

    /// <summary>Whether a value holds an expression, at any depth.</summary>
    public static bool In(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().Any(member => In(member.Value)),
            JsonValueKind.Array => value.EnumerateArray().Any(In),
            JsonValueKind.String => TryRead(value.GetString()!, out _),
            _ => false,
        };

    /// <summary>The string for an expression.</summary>
    public static string Wrap(string jsonata) => Open + jsonata + Close;
}

/// <summary>
/// A JSON value of the document whose strings may be expressions (<c>{% … %}</c>), at any depth;
/// everything else is taken literally.
/// </summary>
/// <param name="Json">The value as written.</param>
/// <param name="Pointer">Its location in the document (RFC 6901).</param>
public sealed record FlowValue(JsonElement Json, string Pointer)
{
    /// <summary>Every string in the value, in the order of the document, with its pointer.</summary>
    internal IEnumerable<(string Pointer, string Text)> Strings() => Strings(Json, Pointer);

    private static IEnumerable<(string Pointer, string Text)> Strings(JsonElement json, string pointer) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject()
                .SelectMany(member => Strings(member.Value, JsonPointer.Append(pointer, member.Name))),
            JsonValueKind.Array => json.EnumerateArray()
                .Index()
                .SelectMany(item => Strings(item.Item, JsonPointer.Append(pointer, item.Index))),
            JsonValueKind.String => [(pointer, json.GetString()!)],
            _ => [],
        };
}
