using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.RegularExpressions;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>One match of a pattern: a regular expression, or a function that finds matches.</summary>
internal sealed class TextMatch
{
    private readonly string _text;
    private readonly RegexFunction? _regex;
    private readonly PatternMatch? _match;
    private readonly JsonataValue _found;

    private TextMatch(string text, RegexFunction regex, PatternMatch match)
    {
        _text = text;
        _regex = regex;
        _match = match;
        Value = match.Value;
        Start = match.Start;
        End = match.End;
        Groups = RegexFunction.Groups(match);
    }

    private TextMatch(string text, in JsonataValue found)
    {
        _text = text;
        _found = found;
        Value = found.TryGetProperty("match", out var value) && value.TryGetString(out var matched) ? matched : "";
        Start = Index(found, "start");
        End = Math.Max(Start, Index(found, "end"));
        Groups = found.TryGetProperty("groups", out var groups) ? groups : default;
    }

    public string Value { get; }

    public int Start { get; }

    public int End { get; }

    public JsonataValue Groups { get; }

    /// <summary>The first match in a text, or null.</summary>
    public static TextMatch? First(in JsonataValue pattern, string text, Run run)
    {
        if (pattern.Reference is RegexFunction regex)
        {
            return regex.Find(text, 0, run) is { } match ? new TextMatch(text, regex, match) : null;
        }

        return Read(text, Invocation.Call(pattern, [JsonataValue.From(text)], JsonataValue.Null, run));
    }

    public TextMatch? Next(Run run)
    {
        if (_regex is not null)
        {
            var match = _regex.FindNext(_text, _match!, run);
            return match is null ? null : new TextMatch(_text, _regex, match);
        }

        _found.TryGetProperty("next", out var next);
        return Read(_text, Invocation.Call(next, [default], JsonataValue.Null, run));
    }

    /// <summary>The match as the argument of a replacement function.</summary>
    public JsonataValue ToValue()
    {
        if (_regex is null)
        {
            return _found;
        }

        var value = new ObjectValue();
        value.Append("match", JsonataValue.From(Value));
        value.Append("start", JsonataValue.From(Start));
        value.Append("end", JsonataValue.From(End));
        value.Append("groups", Groups);
        return new JsonataValue(value);
    }

    private static TextMatch? Read(string text, in JsonataValue found)
    {
        if (found.IsUndefined)
        {
            return null;
        }

        var isMatch =
            found.IsObject
            && (
                (found.TryGetProperty("start", out var start) && start.IsNumber)
                || (found.TryGetProperty("end", out var end) && end.IsNumber)
                || (found.TryGetProperty("groups", out var groups) && groups.IsArray)
                || (found.TryGetProperty("next", out var next) && next.IsFunction)
            );
        return isMatch ? new TextMatch(text, found) : throw Errors.Evaluation("T1010");
    }

    private int Index(in JsonataValue found, string name) =>
        found.TryGetProperty(name, out var index) && index.IsNumber ? (int)Math.Clamp(index.Number, 0, _text.Length) : 0;
}
