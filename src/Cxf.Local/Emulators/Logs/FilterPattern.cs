using System.Text.Json;

namespace Cxf.Local.Emulators.Logs;

/// <summary>
/// A filter pattern of CloudWatch Logs for JSON events: comparisons of text members (<c>$.a.b = "x*"</c>, <c>!=</c>; the last or
/// first character of a value can be <c>*</c>, as can any other), joined by <c>&amp;&amp;</c> and <c>||</c> with parentheses. A
/// pattern without braces is a text that the event contains.
/// </summary>
internal sealed class FilterPattern
{
    private readonly string _text;
    private int _at;

    private FilterPattern(string text) => _text = text;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="ServiceException">The pattern is not valid or not supported.</exception>
    public static Func<string, bool> Parse(string? pattern)
    {
        var text = pattern?.Trim() ?? "";
        if (text.Length == 0)
        {
            return _ => true;
        }

        if (!text.StartsWith('{') || !text.EndsWith('}'))
        {
            var part = text.Trim('"');
            return message => message.Contains(part, StringComparison.Ordinal);
        }

        var reader = new FilterPattern(text[1..^1]);
        var holds = reader.Either();
        reader.SkipSpaces();
        return reader._at == reader._text.Length ? message => Matches(message, holds) : throw reader.Invalid();
    }

    private static bool Matches(string message, Func<JsonElement, bool> holds)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return holds(json.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private Func<JsonElement, bool> Either()
    {
        var left = Both();
        while (TryTake("||"))
        {
            var (one, other) = (left, Both());
            left = json => one(json) || other(json);
        }

        return left;
    }

    private Func<JsonElement, bool> Both()
    {
        var left = One();
        while (TryTake("&&"))
        {
            var (one, other) = (left, One());
            left = json => one(json) && other(json);
        }

        return left;
    }

    private Func<JsonElement, bool> One()
    {
        if (TryTake("("))
        {
            var inner = Either();
            return TryTake(")") ? inner : throw Invalid();
        }

        if (!TryTake("$."))
        {
            throw Invalid();
        }

        var path = Take(static character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-').Split('.');
        var isEqual = !TryTake("!=") ? (TryTake("=") ? true : throw Invalid()) : false;
        var wanted = Value();
        return json => isEqual == (Find(json, path) is { } found && IsLike(found, wanted));
    }

    private string Value()
    {
        SkipSpaces();
        if (!TryTake("\""))
        {
            return Take(static character => !char.IsWhiteSpace(character) && character is not (')' or '&' or '|'));
        }

        var end = _text.IndexOf('"', _at);
        if (end < 0)
        {
            throw Invalid();
        }

        var value = _text[_at..end];
        _at = end + 1;
        return value;
    }

    private string Take(Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < _text.Length && belongs(_text[_at]))
        {
            _at++;
        }

        return _at > start ? _text[start.._at] : throw Invalid();
    }

    private bool TryTake(string sign)
    {
        SkipSpaces();
        if (!_text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal))
        {
            return false;
        }

        _at += sign.Length;
        return true;
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private static string? Find(JsonElement json, string[] path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return null;
            }
        }

        return json.ToString();
    }

    // Each * stands for any characters.
    private static bool IsLike(string text, string wanted)
    {
        var parts = wanted.Split('*');
        if (parts.Length == 1)
        {
            return text == wanted;
        }

        if (
            text.Length < parts[0].Length + parts[^1].Length
            || !text.StartsWith(parts[0], StringComparison.Ordinal)
            || !text.EndsWith(parts[^1], StringComparison.Ordinal)
        )
        {
            return false;
        }

        var (at, end) = (parts[0].Length, text.Length - parts[^1].Length);
        foreach (var part in parts[1..^1])
        {
            var found = text.IndexOf(part, at, end - at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return true;
    }

    private ServiceException Invalid() =>
        new(
            "InvalidParameterException",
            $"Invalid filter pattern at character {_at + 2}, or a pattern that is not supported here."
        );
}
