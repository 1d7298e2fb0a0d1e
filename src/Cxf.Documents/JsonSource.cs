using System.Text;
using System.Text.Json;
using Cxf.Documents.Syntax;

namespace Cxf.Documents;

/// <summary>
/// A JSON text with its parsed value and the way back from a value to its line and column.
/// Reading never throws: a text that is not JSON has a <see cref="SyntaxProblem"/> and no value.
/// The positions are found on first use, so that a document without problems does not pay for them.
/// </summary>
public sealed class JsonSource
{
    private static readonly JsonElement NoValue = JsonElement.Parse("null");

    private readonly ReadOnlyMemory<byte> _utf8;
    private JsonSourceMap? _map;

    private JsonSource(ReadOnlyMemory<byte> utf8) => _utf8 = utf8;

    /// <summary>The document's value; JSON null when there is a <see cref="SyntaxProblem"/>.</summary>
    public JsonElement Root { get; private init; }

    /// <summary>Why the text is not JSON, or null when it is.</summary>
    public JsonSyntaxProblem? SyntaxProblem { get; private init; }

    /// <summary>Whether the text starts with a byte order mark.</summary>
    public bool HasByteOrderMark { get; private init; }

    /// <summary>Pointers of members whose name an earlier member of the same object has; in the order of the text.</summary>
    public IReadOnlyList<JsonDuplicate> Duplicates => Map.Duplicates;

    /// <summary>How many bytes the text has.</summary>
    public int Length => _utf8.Length;

    /// <summary>
    /// About how many characters the JSON pointers of all values have together. Pointers are what a reader names values by, so
    /// names that are long and hold much make a document larger than its text.
    /// </summary>
    public long PointerCharacters => Map.PointerCharacters;

    private JsonSourceMap Map => _map ??= SyntaxProblem is null ? JsonSourceMap.Read(_utf8.Span) : JsonSourceMap.Empty;

    /// <summary>Reads a JSON text.</summary>
    public static JsonSource Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads a JSON text in UTF-8, with or without a byte order mark. The bytes must not change afterwards.</summary>
    public static JsonSource Parse(ReadOnlyMemory<byte> utf8)
    {
        var text = JsonUnicode.WithoutByteOrderMark(utf8);
        try
        {
            var root = JsonElement.Parse(text.Span);
            return JsonUnicode.IndexOfInvalidString(text.Span) is var invalid and >= 0
                ? Refused(text, JsonPosition.At(invalid, text.Span))
                : new JsonSource(text) { Root = root, HasByteOrderMark = text.Length < utf8.Length };
        }
        catch (JsonException exception)
        {
            return Refused(text, JsonPosition.Of(exception, text.Span));
        }
    }

    // Where no mistake is found, the parser's own place is better than none.
    private static JsonSource Refused(ReadOnlyMemory<byte> text, JsonPosition stopped) =>
        new(text)
        {
            Root = NoValue,
            SyntaxProblem =
                JsonSyntaxCheck.Find(text.Span)
                ?? new JsonSyntaxProblem("The text is not JSON from here.", "Correct the JSON at this place.", stopped),
        };

    /// <summary>Where the value at a pointer starts; for a value that is not there, where its nearest holder starts.</summary>
    public JsonPosition PositionOf(string pointer) => Map.PositionOf(pointer, ofName: false, _utf8.Span);

    /// <summary>
    /// Where the name of the member at a pointer starts; for what has no name, the same as <see cref="PositionOf"/>.
    /// </summary>
    public JsonPosition PositionOfName(string pointer) => Map.PositionOf(pointer, ofName: true, _utf8.Span);

    /// <summary>
    /// The place of a character of the string value at a pointer, so that a problem inside an expression can be shown
    /// at its location in the document; escapes such as <c>\n</c> and <c>\u00e9</c> count as the one character they stand for.
    /// </summary>
    /// <param name="pointer">The string's pointer.</param>
    /// <param name="index">The character's index in the string's value, from 0.</param>
    public JsonPosition PositionInText(string pointer, int index) => Map.PositionInText(pointer, index, _utf8.Span);
}
