using System.Text.Encodings.Web;
using System.Text.Json;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// A value of the document as one JSONata expression, for the places where a machine needs the JSON text of it. As in a
/// template, a value that is nothing (undefined) is an error and is not left out.
/// </summary>
internal static class JsonataText
{
    // No label can begin with _, so these hide no variable of the flow.
    private const string Given = "$_given";
    private const string Item = "$_item";

    private const string DefineGiven =
        Given + " := function($value) { $exists($value) ? $value : $error('A value is nothing (undefined).') }; ";

    // An array constructor takes the items of a list instead of the list, unless the list is an item of another list.
    private const string DefineItem =
        Item + " := function($value) { $type($value) = 'array' ? $parse('[' & $string($value) & ']') : $value }; ";

    /// <summary>An expression that gives the JSON text of an object.</summary>
    /// <param name="members">
    /// The members: names, and values that <paramref name="state"/> resolves; without a value it is left out.
    /// </param>
    /// <param name="state">The state that contains it.</param>
    public static string OfObject(StateWriter state, params IEnumerable<(string Name, FlowValue? Value)> members)
    {
        var written = members
            .Where(member => member.Value is not null)
            .Select(member => $"{Literal(member.Name)}: {Of(member.Value!.Json, state)}");
        return AsText($"{{{string.Join(", ", written)}}}");
    }

    /// <summary>An expression that gives the JSON text of the object that an expression with <c>$_given</c> makes.</summary>
    public static string AsText(string jsonata)
    {
        var definitions = (jsonata.Contains(Given) ? DefineGiven : "") + (jsonata.Contains(Item) ? DefineItem : "");
        return definitions.Length == 0 ? $"$string({jsonata})" : $"({definitions}$string({jsonata}))";
    }

    /// <summary>A value as an expression; to stand inside <see cref="AsText"/>.</summary>
    public static string Of(JsonElement value, StateWriter state) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject().Select(member => OfMember(member, state)))}}}",
            JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(item => OfItem(item, state)))}]",
            JsonValueKind.String when IsExpression(value) => $"{Given}({state.Jsonata(value.GetString()!)})",
            JsonValueKind.String => Literal(value.GetString()!),
            _ => value.GetRawText(),
        };

    private static string OfMember(JsonProperty member, StateWriter state) =>
        $"{Literal(member.Name)}: {Of(member.Value, state)}";

    private static string OfItem(JsonElement item, StateWriter state) =>
        IsExpression(item) ? $"{Item}({Of(item, state)})" : Of(item, state);

    /// <summary>A text as a JSONata literal; JSONata takes JSON's own escapes.</summary>
    public static string Literal(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static bool IsExpression(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && ExpressionText.TryRead(value.GetString()!, out _);
}
