using System.Text.RegularExpressions;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>
/// Why an expression is not JSONata, in the words of its author: most mistakes are operators of another language.
/// </summary>
/// <param name="Index">Where, in characters from the start of the expression.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
/// <param name="Fix">What to write instead, as a sentence.</param>
internal sealed partial record JsonataMistake(int Index, string Message, string Fix)
{
    // Longer operators before those that they start with.
    private static readonly (string Text, string Fix)[] OtherOperators =
    [
        ("===", "Write = to compare."),
        ("!==", "Write != to compare."),
        ("==", "Write = to compare."),
        ("&&", "Write and."),
        ("||", "Write or."),
        ("?.", "Write a point: a field that does not exist gives nothing, without an error."),
        ("=>", "Write a function as function($x) { … }."),
        ("++", "Write + 1."),
        ("+=", "Set the variable in a step of kind \"transform\"."),
        ("**", "Write $power(number, exponent)."),
    ];

    private static readonly char[] Quotes = ['\'', '"', '`'];

    private const string OperatorCharacters = "=!&|?:.>+*";

    /// <summary>The first mistake of an expression; what follows from it is not worth reading.</summary>
    public static JsonataMistake Of(string text, JsonataError error)
    {
        var end = Math.Clamp(error.Position, 0, text.Length);
        var start = StartOf(text, end, error.Token);
        return If(text) ?? CurlyQuote(text) ?? MissingQuote(text) ?? Other(text, start) ?? ByCode(text, error, start, end);
    }

    // A token lacks the $ of a variable and the quotes of a text.
    private static int StartOf(string text, int end, string? token)
    {
        if (end > 1 && Quotes.Contains(text[end - 1]))
        {
            return Math.Max(0, text.LastIndexOf(text[end - 1], end - 2));
        }

        var start = text.AsSpan(0, end).EndsWith(token) ? end - (token?.Length ?? 0) : end;
        return start > 0 && text[start - 1] == '$' ? start - 1 : start;
    }

    private static JsonataMistake? If(string text) =>
        IfStatement().Matches(text).FirstOrDefault(match => OpenQuote(text[..match.Groups[1].Index]) is null) is { } match
            ? new JsonataMistake(match.Groups[1].Index, "JSONata has no if.", "Write condition ? value : other value.")
            : null;

    // Word processors write them; to JSONata they are letters.
    private static JsonataMistake? CurlyQuote(string text)
    {
        var at = text.AsSpan().IndexOfAny(CurlyQuotes.All);
        return at >= 0 && OpenQuote(text[..at]) is null
            ? new JsonataMistake(at, CurlyQuotes.Message(text[at]), CurlyQuotes.Fix)
            : null;
    }

    // Without one quote every later one is taken for its opposite, and the mistake is found far behind it. The first text that
    // contains what only follows a text shows where.
    private static JsonataMistake? MissingQuote(string text)
    {
        if (OpenQuote(text) is null)
        {
            return null;
        }

        for (var at = text.IndexOfAny(Quotes); at >= 0; )
        {
            var end = EndOfQuoted(text, at);
            if (end >= text.Length)
            {
                return null;
            }

            if (text[at] != '`' && JoinedValue().Match(text, at + 1, end - at - 1) is { Success: true } joined)
            {
                return new JsonataMistake(
                    at,
                    $"The text that starts here contains {joined.Value}, so a quote is missing.",
                    $"Write {text[at]} at the end of the text, before the &. If the quote here ends a text, "
                        + $"write {text[at]} where that text starts."
                );
            }

            at = text.IndexOfAny(Quotes, end + 1);
        }

        return null;
    }

    private static JsonataMistake? Other(string text, int near)
    {
        // Of an operator of two characters, JSONata may accept the first.
        var at = near;
        while (at > 0 && OperatorCharacters.Contains(text[at - 1]))
        {
            at--;
        }

        foreach (var (other, fix) in OtherOperators)
        {
            if (text.AsSpan(at).StartsWith(other))
            {
                return new JsonataMistake(at, $"JSONata has no operator {other}.", fix);
            }
        }

        return DefaultOperator().Match(text, at) is { Success: true } match
            ? new JsonataMistake(
                at,
                $"JSONata in Step Functions has no operator {match.Groups[1].Value}.",
                Default(text[..at], match)
            )
            : null;
    }

    // Of a ?? b, with values as far as they are simple.
    private static string Default(string before, Match match)
    {
        var value = LastRead().Match(before) is { Success: true } read ? read.Groups[1].Value : "…";
        var other = match.Groups[2] is { Success: true } simple ? simple.Value : "…";
        return $"Write $exists({value}) ? {value} : {other}, in parentheses if more follows.";
    }

    private static JsonataMistake ByCode(string text, JsonataError error, int start, int end)
    {
        var token = text[start..end];
        switch (error.Code)
        {
            case var _ when string.IsNullOrWhiteSpace(text):
                return new(0, "The expression is empty.", "Write an expression between the marks.");
            case "S0101" or "S0105":
                // A quote in a regular expression or a comment can hide which one is open: then it is the last one.
                var quote = OpenQuote(text) ?? text.LastIndexOfAny(Quotes);
                return new(
                    quote,
                    $"The {(text[quote] == '`' ? "name" : "text")} that starts here has no closing quote.",
                    $"Add {text[quote]} at its end."
                );
            case "S0103" or "S0104":
                return new(
                    text.LastIndexOf('\\', end - 1),
                    "The text has an escape that does not exist.",
                    "Write \\\\ for a backslash. A text with ' in it can be written between \"."
                );
            case "S0201" when token.ToLowerInvariant() is "and" or "or" or "in":
                return new(start, $"{token} is not an operator.", $"Write \"{token.ToLowerInvariant()}\" in small letters.");
            case "S0201":
                return new(start, $"{token} does not belong here.", "Write an operator before it (& joins texts), or remove it.");
            case "S0202" when Expected().Match(error.Message) is { Success: true } match:
                return new(
                    start,
                    $"{match.Groups[1].Value} is expected here, not {token}.",
                    $"Add {match.Groups[1].Value} before {token}."
                );
            case "S0203" or "S0207" when Unclosed(text) is var (bracket, at):
                return new(at, $"The {bracket} here is not closed.", $"Add {Closer(bracket)} where it ends.");
            case "S0203" or "S0207":
                return new(end, "The expression ends too early.", "Add what belongs after its last part.");
            case "S0204" or "S0211" when token == "!":
                return new(start, "JSONata has no operator !.", "Write $not(…).");
            case "S0204":
                return new(start, $"JSONata has no operator {token}.", "Use one of: + - * / % & = != < <= > >= and or in.");
            case "S0211":
                return new(start, $"There is no value before {token}.", $"Write a value before {token}, or remove it.");
            default:
                return new(start, $"{error.Message.TrimEnd('.')}.", "Correct the expression at this place.");
        }
    }

    private static char Closer(char bracket) =>
        bracket switch
        {
            '(' => ')',
            '[' => ']',
            _ => '}',
        };

    // The innermost bracket that is open at the end of the text.
    private static (char Bracket, int At)? Unclosed(string text)
    {
        var open = new Stack<int>();
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\'' or '"' or '`':
                    at = EndOfQuoted(text, at);
                    break;
                case '(' or '[' or '{':
                    open.Push(at);
                    break;
                case ')' or ']' or '}':
                    open.TryPop(out _);
                    break;
            }
        }

        return open.TryPeek(out var last) ? (text[last], last) : null;
    }

    private static int? OpenQuote(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (Quotes.Contains(text[at]))
            {
                var end = EndOfQuoted(text, at);
                if (end >= text.Length)
                {
                    return at;
                }

                at = end;
            }
        }

        return null;
    }

    private static int EndOfQuoted(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && text[at] != text[start])
        {
            at += text[at] == '\\' && text[start] != '`' ? 2 : 1;
        }

        return at;
    }

    // a ?? b and a ?: b, which JSONata 2.0.6 does not have.
    [GeneratedRegex(@"\G(\?\?|\?:)\s*(?:('[^']*'|""[^""]*""|\$?[\w.]+)(?![\w.(\[{]))?", RegexOptions.CultureInvariant)]
    private static partial Regex DefaultOperator();

    // The variable or field path that a text ends with; not the end of a longer one.
    [GeneratedRegex(@"(?<![\w.$)\]}`])(\$?\w[\w.]*)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex LastRead();

    // What joins a text with a variable, a function or what is in parentheses.
    [GeneratedRegex(@"&\s*(?:\$\w+|\()", RegexOptions.CultureInvariant)]
    private static partial Regex JoinedValue();

    // As a word of its own, before a parenthesis.
    [GeneratedRegex(@"(?:^|[\s({;])(if)\s*\(", RegexOptions.CultureInvariant)]
    private static partial Regex IfStatement();

    [GeneratedRegex(@"\AExpected ""?(.+?)""?, got ", RegexOptions.CultureInvariant)]
    private static partial Regex Expected();
}
