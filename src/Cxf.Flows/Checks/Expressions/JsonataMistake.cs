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

    /// <summary>The first mistake of an expression; what follows from it is not worth reading.</summary>
    public static JsonataMistake Of(string text, JsonataError error)
    {
        var end = Math.Clamp(error.Position, 0, text.Length);
        var start = Math.Max(0, end - (error.Token?.Length ?? 0));
        return If(text) ?? Default(text, start) ?? Other(text, start) ?? Negation(text, error) ?? ByCode(text, error, start, end);
    }

    private static JsonataMistake? If(string text) =>
        IfStatement().Match(text) is { Success: true } match
            ? new JsonataMistake(match.Groups[1].Index, "JSONata has no if.", "Write condition ? value : other value.")
            : null;

    // a ?? b and a ?: b, which JSONata 2.0.6 does not have.
    private static JsonataMistake? Default(string text, int near)
    {
        foreach (Match match in DefaultOperator().Matches(text))
        {
            if (Math.Abs(match.Groups[2].Index - near) <= 2)
            {
                var (value, other) = (match.Groups[1].Value, match.Groups[3].Value.Trim());
                return new JsonataMistake(
                    match.Groups[2].Index,
                    $"JSONata in Step Functions has no operator {match.Groups[2].Value}.",
                    $"Write $exists({value}) ? {value} : {other}, in parentheses if more follows."
                );
            }
        }

        return null;
    }

    private static JsonataMistake? Other(string text, int near)
    {
        foreach (var (other, fix) in OtherOperators)
        {
            var from = Math.Max(0, near - other.Length);
            var index = text.IndexOf(other, from, Math.Min(text.Length - from, 2 * other.Length), StringComparison.Ordinal);
            if (index >= 0)
            {
                return new JsonataMistake(index, $"JSONata has no operator {other}.", fix);
            }
        }

        return null;
    }

    private static JsonataMistake? Negation(string text, JsonataError error)
    {
        var index = error.Position - 1;
        return error.Code is "S0204" or "S0211" && index >= 0 && index < text.Length && text[index] == '!'
            ? new JsonataMistake(index, "JSONata has no operator !.", "Write $not(…).")
            : null;
    }

    private static JsonataMistake ByCode(string text, JsonataError error, int start, int end)
    {
        var token = error.Token;
        switch (error.Code)
        {
            case "S0101":
                var quote = UnclosedQuote(text);
                return new(
                    quote,
                    "The text that starts here has no closing quote.",
                    $"Add {(quote < text.Length ? text[quote] : '\'')} at its end."
                );
            case "S0103" or "S0104":
                return new(
                    start,
                    "The text has an escape that does not exist.",
                    "Write \\\\ for a backslash. A text with ' in it can be written between \"."
                );
            case "S0105":
                return new(start, "A name in backquotes is not closed.", "Add ` at its end.");
            case "S0201" when token?.ToLowerInvariant() is "and" or "or" or "in":
                return new(start, $"{token} is not an operator.", $"Write {token.ToLowerInvariant()} in small letters.");
            case "S0201":
                return new(start, $"{token} does not belong here.", "Write an operator before it (& joins texts), or remove it.");
            case "S0202" when Expected().Match(error.Message) is { Success: true } match:
                return new(
                    start,
                    $"{match.Groups[1].Value} is expected here, not {match.Groups[2].Value}.",
                    $"Add {match.Groups[1].Value.Trim('"')} before {match.Groups[2].Value}."
                );
            case "S0203" or "S0207" when Unclosed(text) is var (bracket, at):
                return new(at, $"The {bracket} here is not closed.", $"Add {Closer(bracket)} where it ends.");
            case "S0203" or "S0207" or "S0211" or "S0201" when text.Trim().Length == 0:
                return new(0, "The expression is empty.", "Write an expression between the marks.");
            case "S0203" or "S0207":
                return new(end, "The expression ends too early.", "Add what belongs after its last part.");
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
                case '"' or '\'' or '`':
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

    private static int UnclosedQuote(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '"' or '\'')
            {
                var end = EndOfQuoted(text, at);
                if (end >= text.Length)
                {
                    return at;
                }

                at = end;
            }
        }

        return text.Length;
    }

    private static int EndOfQuoted(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && text[at] != text[start])
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return at;
    }

    [GeneratedRegex(@"(\$?[\w.]+|\))\s*(\?\?|\?:)\s*([^)}\]]+)", RegexOptions.CultureInvariant)]
    private static partial Regex DefaultOperator();

    // As a word of its own, before a parenthesis.
    [GeneratedRegex(@"(?:^|[\s({;])(if)\s*\(", RegexOptions.CultureInvariant)]
    private static partial Regex IfStatement();

    [GeneratedRegex(@"\AExpected (.+), got (.+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Expected();
}
