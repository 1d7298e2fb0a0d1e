using System.Globalization;
using System.Text.Json;

namespace Cxf.Documents;

/// <summary>
/// One value of a document being read, with its place. A member that is absent or null reads as null;
/// a value of the wrong shape is reported to the reader and also reads as null, so that reading goes on.
/// </summary>
public sealed class JsonCursor
{
    private const int MaxShown = 40;

    private readonly string? _holder;
    private readonly string? _name;
    private readonly int _index;

    internal JsonCursor(JsonDocumentReader reader, JsonElement element)
        : this(reader, element, null, null, -1) { }

    private JsonCursor(JsonDocumentReader reader, JsonElement element, string? holder, string? name, int index)
    {
        Reader = reader;
        Element = element;
        _holder = holder;
        _name = name;
        _index = index;
    }

    /// <summary>The reader that problems are reported to.</summary>
    public JsonDocumentReader Reader { get; }

    /// <summary>The value.</summary>
    public JsonElement Element { get; }

    /// <summary>The member's name; empty for the root and for items of an array.</summary>
    public string Name => _name ?? "";

    /// <summary>The value's JSON pointer.</summary>
    public string Pointer =>
        _name is not null ? JsonPointer.Append(_holder!, _name)
        : _index >= 0 ? JsonPointer.Append(_holder!, _index)
        : JsonPointer.Root;

    /// <summary>The value's JSON type.</summary>
    public JsonValueKind Kind => Element.ValueKind;

    /// <summary>Whether the value is an object; if not, that is reported.</summary>
    /// <param name="fix">What to write instead. Default: an object.</param>
    public bool IsObject(string? fix = null) => Is(JsonValueKind.Object, "an object", fix);

    /// <summary>Whether the value is an array; if not, that is reported.</summary>
    /// <param name="fix">What to write instead. Default: an array.</param>
    public bool IsArray(string? fix = null) => Is(JsonValueKind.Array, "an array", fix);

    /// <summary>The member of this name, or null when it is absent, null, or this is not an object.</summary>
    public JsonCursor? Member(string name) =>
        Kind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new JsonCursor(Reader, value, Pointer, name, -1)
            : null;

    /// <summary>The member of this name; its absence is reported with <paramref name="fix"/>.</summary>
    public JsonCursor? RequiredMember(string name, string fix)
    {
        var member = Member(name);
        if (member is null && Kind == JsonValueKind.Object)
        {
            Reader.ReportMissing(Pointer, name, fix);
        }

        return member;
    }

    /// <summary>The members of the object, or nothing when this is not one.</summary>
    public IEnumerable<JsonCursor> Members()
    {
        if (Kind != JsonValueKind.Object)
        {
            yield break;
        }

        var pointer = Pointer;
        foreach (var member in Element.EnumerateObject())
        {
            yield return new JsonCursor(Reader, member.Value, pointer, member.Name, -1);
        }
    }

    /// <summary>The items of the array, or nothing when this is not one.</summary>
    public IEnumerable<JsonCursor> Items()
    {
        if (Kind != JsonValueKind.Array)
        {
            yield break;
        }

        var pointer = Pointer;
        var index = 0;
        foreach (var item in Element.EnumerateArray())
        {
            yield return new JsonCursor(Reader, item, pointer, null, index++);
        }
    }

    /// <summary>Reports every member that is not among <paramref name="known"/>.</summary>
    public void RefuseUnknown(params ReadOnlySpan<string> known)
    {
        if (Kind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in Element.EnumerateObject())
        {
            if (!known.Contains(member.Name) && Reader.Lists(Reader.Codes.Unknown))
            {
                Reader.ReportUnknown(Pointer, member.Name, known.ToArray()!);
            }
        }
    }

    /// <summary>The value as text of at most <paramref name="maxLength"/> characters, or null after a report.</summary>
    /// <param name="maxLength">The longest text, in characters.</param>
    /// <param name="allowEmpty">Whether text without characters will do.</param>
    public string? AsText(int maxLength = int.MaxValue, bool allowEmpty = false)
    {
        if (!Is(JsonValueKind.String, "text"))
        {
            return null;
        }

        var text = Element.GetString()!;
        if ((allowEmpty || text.Length > 0) && text.Length <= maxLength)
        {
            return text;
        }

        Report(
            Reader.Codes.OutOfRange,
            text.Length == 0 ? "The text is empty." : $"The text is longer than {maxLength} characters.",
            text.Length == 0 ? "Write a value, or remove the member." : "Shorten it."
        );
        return null;
    }

    /// <summary>The value as a whole number within bounds, or null after a report.</summary>
    public int? AsInteger(int min, int max)
    {
        if (!Is(JsonValueKind.Number, "a number"))
        {
            return null;
        }

        if (Element.TryGetDouble(out var number) && number == Math.Floor(number) && number >= min && number <= max)
        {
            return (int)number;
        }

        Report(
            Reader.Codes.OutOfRange,
            $"The number is not a whole number{OfUnit(Name)} from {min} to {max}.",
            $"Use a whole number{OfUnit(Name)} from {min} to {max}."
        );
        return null;
    }

    // Members that are times have their unit in their name.
    private static string OfUnit(string name) =>
        name.EndsWith("seconds", StringComparison.OrdinalIgnoreCase) ? " of seconds"
        : name.EndsWith("Ms", StringComparison.Ordinal) ? " of milliseconds"
        : "";

    /// <summary>The value as true or false, or null after a report.</summary>
    public bool? AsFlag()
    {
        if (Kind is JsonValueKind.True or JsonValueKind.False)
        {
            return Kind == JsonValueKind.True;
        }

        ReportType("true or false");
        return null;
    }

    /// <summary>The value as one of a closed list of words, or null after a report.</summary>
    public T? AsWord<T>(IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (AsText() is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        Report(
            Reader.Codes.NotAWord,
            Name.Length > 0 ? $"\"{Name}\" cannot be \"{text}\"." : $"\"{text}\" cannot be used here.",
            Reader.Suggest(text, [.. words.Keys])
        );
        return null;
    }

    /// <summary>Reports a problem at this value.</summary>
    public void Report(string code, string message, string fix, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        Reader.Report(Pointer, code, message, fix, severity);

    /// <summary>Reports that the value is not of the type it should be.</summary>
    /// <param name="expected">The type as words that follow "must be": <c>an object</c>, <c>text</c>.</param>
    /// <param name="fix">What to write instead. Default: what follows from the value.</param>
    public void ReportType(string expected, string? fix = null) =>
        Report(
            Reader.Codes.WrongType,
            $"The value is {Describe(Kind)}; it must be {expected}.",
            fix ?? TypeFix(expected) ?? $"Write {expected} here."
        );

    // Quotes or brackets that are missing, or too many.
    private string? TypeFix(string expected)
    {
        var raw = Element.GetRawText();
        return raw.Length > MaxShown ? null
            : Kind == JsonValueKind.String && IsLiteral(Element.GetString()!, expected)
                ? $"Write {Element.GetString()} without quotes."
            : expected == "text" && Kind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
                ? $"Write \"{raw}\" in quotes."
            : expected == "an array" && Kind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Object
                ? $"Write an array: [{raw}]."
            : null;
    }

    private static bool IsLiteral(string text, string expected) =>
        expected.Contains("number")
            ? double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            : expected == "true or false" && text is "true" or "false";

    private static string Describe(JsonValueKind kind) =>
        kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => "text",
            JsonValueKind.Number => "a number",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => "null",
        };

    private bool Is(JsonValueKind kind, string expected, string? fix = null)
    {
        if (Kind == kind)
        {
            return true;
        }

        if (Reader.Source.SyntaxProblem is null)
        {
            ReportType(expected, fix);
        }

        return false;
    }
}
