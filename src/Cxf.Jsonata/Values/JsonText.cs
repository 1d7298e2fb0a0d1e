using System.Globalization;
using System.Text;
using Cxf.Jsonata.Limits;

namespace Cxf.Jsonata.Values;

/// <summary>How values are printed.</summary>
/// <param name="FifteenDigits">Numbers are rounded to 15 significant digits, as in <c>$string</c>.</param>
/// <param name="Indented">Two spaces for each level, as <c>$string(value, true)</c> prints.</param>
internal readonly record struct JsonTextForm(bool FifteenDigits, bool Indented);

/// <summary>
/// Values as JSON text, as <c>JSON.stringify</c> writes it: only necessary escapes, and an empty string for a function.
/// </summary>
internal sealed class JsonText
{
    /// <summary>Numbers in full.</summary>
    public static readonly JsonTextForm Plain = new(FifteenDigits: false, Indented: false);

    private readonly StringBuilder _text;
    private readonly JsonTextForm _form;
    private readonly int _maxLength;
    private int _indent;

    private JsonText(StringBuilder text, JsonTextForm form, int maxLength)
    {
        _text = text;
        _form = form;
        _maxLength = maxLength;
    }

    /// <summary>The text; stops with <c>U1001</c> if it gets longer than <paramref name="maxLength"/>.</summary>
    public static string Of(in JsonataValue value, JsonTextForm form, int maxLength = int.MaxValue)
    {
        var text = new StringBuilder();
        new JsonText(text, form, maxLength).Write(value);
        return text.ToString();
    }

    private void Write(in JsonataValue value)
    {
        switch (value.Kind)
        {
            case JsonataKind.Number:
                WriteNumber(value.Number);
                break;
            case JsonataKind.String:
                WriteString(value.AsString());
                break;
            case JsonataKind.Boolean:
                _text.Append(ReferenceEquals(value.Reference, ValueTag.True) ? "true" : "false");
                break;
            case JsonataKind.Array:
                WriteArray(value);
                break;
            case JsonataKind.Object:
                WriteObject(value);
                break;
            case JsonataKind.Function:
                _text.Append("\"\"");
                break;
            default:
                _text.Append("null");
                break;
        }

        if (_text.Length > _maxLength)
        {
            throw LimitErrors.TooMuchMemory();
        }
    }

    private void WriteNumber(double number)
    {
        Span<char> text = stackalloc char[NumberText.MaxLength];
        number = _form.FifteenDigits ? NumberText.ToFifteenDigits(number) : number;
        if (!double.IsFinite(number))
        {
            _text.Append("null");
            return;
        }

        _text.Append(text[..NumberText.Format(number, text)]);
    }

    private void WriteArray(in JsonataValue value)
    {
        StackGuard.Check();
        var items = new ArrayCursor(value);
        var open = _text.Append('[').Length;
        _indent++;
        while (items.MoveNext())
        {
            Separate(open);
            Write(items.Current);
        }

        Close(open, ']');
    }

    private void WriteObject(in JsonataValue value)
    {
        StackGuard.Check();
        var properties = new PropertyList(value);
        var open = _text.Append('{').Length;
        _indent++;
        for (var at = 0; at < properties.Count; at++)
        {
            Separate(open);
            WriteString(properties.NameAt(at));
            _text.Append(_form.Indented ? ": " : ":");
            Write(properties.ValueAt(at));
        }

        Close(open, '}');
    }

    private void Separate(int open)
    {
        if (_text.Length > open)
        {
            _text.Append(',');
        }

        BreakLine();
    }

    private void Close(int open, char bracket)
    {
        _indent--;
        if (_text.Length > open)
        {
            BreakLine();
        }

        _text.Append(bracket);
    }

    private void BreakLine()
    {
        if (_form.Indented)
        {
            _text.Append('\n').Append(' ', _indent * 2);
        }
    }

    private void WriteString(string text)
    {
        _text.Append('"');
        var plainFrom = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character >= ' ' && character != '"' && character != '\\' && !IsLoneSurrogate(text, at))
            {
                continue;
            }

            _text.Append(text, plainFrom, at - plainFrom);
            plainFrom = at + 1;
            WriteEscape(character);
        }

        _text.Append(text, plainFrom, text.Length - plainFrom).Append('"');
    }

    private void WriteEscape(char character)
    {
        _ = character switch
        {
            '"' => _text.Append("\\\""),
            '\\' => _text.Append("\\\\"),
            '\b' => _text.Append("\\b"),
            '\f' => _text.Append("\\f"),
            '\n' => _text.Append("\\n"),
            '\r' => _text.Append("\\r"),
            '\t' => _text.Append("\\t"),
            _ => _text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
        };
    }

    private static bool IsLoneSurrogate(string text, int at) =>
        char.IsHighSurrogate(text[at])
            ? at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1])
            : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
}
