using System.Globalization;
using System.Text.RegularExpressions;

namespace Cxf.Documents.Syntax;

/// <summary>What can be wrong with one name, text, number or word of a JSON text.</summary>
internal sealed partial class JsonTokenCheck(JsonText text)
{
    private const string OtherQuotes = "'`´‘’‚‛“”„‟«»";
    private const int MaxShown = 40;

    private static readonly string[] MergeMarks = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

    private static readonly Dictionary<string, string> OtherWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = "true",
        ["yes"] = "true",
        ["on"] = "true",
        ["false"] = "false",
        ["no"] = "false",
        ["off"] = "false",
        ["null"] = "null",
        ["none"] = "null",
        ["nil"] = "null",
        ["undefined"] = "null",
        ["nan"] = "null",
        ["infinity"] = "null",
    };

    /// <summary>What is not part of JSON anywhere: comments, marks of a merge, characters that nobody sees.</summary>
    public JsonSyntaxProblem? NotJson()
    {
        if (text.StartsWith("//") || text.StartsWith("/*") || text.Next == '#' || text.StartsWith("<!--"))
        {
            return Here("JSON has no comments.", "Remove the comment; a \"description\" can hold its text.");
        }

        if (text.IsFirstOnLine && MergeMarks.Any(text.StartsWith))
        {
            return Here("This line is the mark of a merge conflict.", "Resolve the conflict, and remove its marks.");
        }

        return !text.IsAtEnd && IsInvisible(text.Next)
            ? Here($"There is an invisible character here ({Code(text.Next)}).", "Remove it.")
            : null;
    }

    /// <summary>A word at the start of the document, as YAML and property files have it.</summary>
    public JsonSyntaxProblem? NotAStart() =>
        char.IsLetter(text.Next) && text.Part(text.At, text.EndOf(IsOfWord)) is not ("true" or "false" or "null")
            ? Here("The document does not start with {.", "Write a JSON object: { \"name\": \"value\" }.")
            : null;

    /// <summary>A text in double quotes; the walk continues after it.</summary>
    public JsonSyntaxProblem? Text()
    {
        var start = text.At++;
        while (text.Next != '"')
        {
            if (text.IsAtEnd || text.Next is '\n' or '\r')
            {
                return text.Problem(
                    start,
                    "The text that starts here has no closing quotation mark on its line.",
                    "Add \" at its end. Inside text, write \\n for a line break."
                );
            }

            if (text.Next < ' ')
            {
                return text.Next == '\t'
                    ? Here("The text contains a tab character.", "Write \\t instead, or a space.")
                    : Here(
                        $"The text contains a control character ({Code(text.Next)}).",
                        $"Remove it, or write \\u{(int)text.Next:x4}."
                    );
            }

            if (text.Next == '\\' && Escape() is { } problem)
            {
                return problem;
            }

            text.At++;
        }

        text.At++;
        return null;
    }

    /// <summary>A number or a word without quotes where a value belongs; the walk continues after it.</summary>
    public JsonSyntaxProblem? Bare(string name)
    {
        var end = text.EndOf(IsOfWord);
        if (end == text.At)
        {
            return NotAValue();
        }

        var token = text.Part(text.At, end);
        if (token is "true" or "false" or "null" || Number().IsMatch(token))
        {
            text.At = end;
            return null;
        }

        if (IsNumeric(token))
        {
            return Here($"{Short(token)} is not a number as JSON writes it.", NumberFix(token));
        }

        return OtherWords.TryGetValue(token, out var word)
                ? Here(
                    $"{token} is not a value in JSON; it must be {word}.",
                    $"Write {word}, in small letters and without quotes."
                )
            : token.StartsWith('$') ? Expression(name)
            : Here($"{Short(token)} is not in quotation marks.", $"Write \"{Short(token)}\".");
    }

    /// <summary>Why this is not the name of a member.</summary>
    /// <param name="comma">The offset of the comma before it; -1 without a comma.</param>
    public JsonSyntaxProblem NotAName(int comma)
    {
        if (OtherQuotes.Contains(text.Next))
        {
            return WrongQuotes();
        }

        if (text.Next == '%')
        {
            return text.Problem(text.At - 1, "An expression is not in quotation marks.", "Write it as text: \"{% … %}\".");
        }

        if (comma >= 0 && char.IsAsciiDigit(text.Next) && char.IsAsciiDigit(text.CharacterAt(comma - 1)))
        {
            return text.Problem(comma, "A number has a comma in it.", "Write a point instead: 1.5.");
        }

        var end = text.EndOf(IsOfWord);
        return end > text.At
                ? Here(
                    $"The name {Short(text.Part(text.At, end))} is not in quotation marks.",
                    $"Write \"{Short(text.Part(text.At, end))}\"."
                )
            : text.Next is '{' or '[' ? Here($"This {text.Next} has no name.", $"Write a name before it: \"name\": {text.Next}.")
            : text.Next == ':' ? Here("There is no name before this colon.", "Write a name in quotation marks before it.")
            : Here(
                $"The name of a member is expected here, not {text.Next}.",
                "Write a name in quotation marks, or remove this character."
            );
    }

    /// <summary>Why a name has no colon.</summary>
    /// <param name="start">Where the name starts.</param>
    /// <param name="end">Where it ends.</param>
    public JsonSyntaxProblem NoColon(int start, int end)
    {
        var name = Short(text.Part(start, end));
        return text.Next switch
        {
            '=' => Here($"The name {name} is followed by =.", "Write a colon (:) instead."),
            ',' or '}' or ']' => text.Problem(end, $"The member {name} has no value.", $"Write a value after it: {name}: …"),
            _ when text.At == end && IsOfWord(text.Next) && TextEndsTooEarly(start, end) is { } quotes => quotes,
            _ => text.Problem(end, $"There is no colon after the name {name}.", "Add a colon (:) here."),
        };
    }

    /// <summary>Why a value is followed by something else than a comma or the end of what contains it.</summary>
    /// <param name="end">Where the value ends.</param>
    /// <param name="inObject">Whether the value is that of a member.</param>
    public JsonSyntaxProblem NoComma(int end, bool inObject)
    {
        var value = LastToken(end);
        switch (text.Next)
        {
            case ';':
                return Here("A semicolon separates nothing in JSON.", "Write a comma instead.");
            case ':' when !inObject:
                return Here("A list has no names.", "Write an object, { … }, or remove the name.");
            case ':':
                return text.Problem(
                    end - value.Length,
                    $"There is a second colon after {Short(value)}, as if it were a name.",
                    $"Add {{ before {Short(value)} if an object starts here, or a comma between two members."
                );
            case '+':
                return Here("JSON cannot join texts.", "Write one text, or an expression: \"{% 'one' & $other %}\".");
        }

        if (text.CharacterAt(end - 1) == '"' && !text.IsFirstOnLine && IsOfWord(text.Next))
        {
            var start = end - value.Length;
            return TextEndsTooEarly(start, end) ?? text.Problem(end, "A comma is missing here.", "Add a comma.");
        }

        return text.Next == '"' || text.Next is '{' or '[' || IsOfWord(text.Next) || OtherQuotes.Contains(text.Next)
            ? text.Problem(end, $"A comma is missing after {Short(value)}.", "Add a comma here.")
            : Here($"The character {text.Next} cannot follow a value.", "Remove it, or write a comma.");
    }

    // A text that goes on after its closing quotation mark: the mark is one of the text, or an earlier one is of another kind.
    private JsonSyntaxProblem? TextEndsTooEarly(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if ("‘’“”„".Contains(text.CharacterAt(at)))
            {
                return text.Problem(
                    at,
                    $"{text.CharacterAt(at)} is not a quotation mark in JSON, so the text does not end here.",
                    "Write \" instead."
                );
            }
        }

        return text.Problem(
            end - 1,
            "The text ends at this quotation mark, but more of it follows.",
            "Write \\\" for a quotation mark inside text, or add the \" that is missing before."
        );
    }

    private JsonSyntaxProblem? Escape()
    {
        var start = text.At++;
        switch (text.Next)
        {
            case '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't':
                return null;
            case 'u' when HexAt(start) is { } unit:
                text.At += 4;
                if (
                    char.IsHighSurrogate(unit)
                    && text.CharacterAt(start + 6) == '\\'
                    && HexAt(start + 6) is { } low
                    && char.IsLowSurrogate(low)
                )
                {
                    text.At += 6;
                    return null;
                }

                return char.IsSurrogate(unit)
                    ? text.Problem(
                        start,
                        $"The escape {text.Part(start, start + 6)} is half of a character.",
                        "Write the character itself, or both of its halves."
                    )
                    : null;
            case 'u':
                return text.Problem(
                    start,
                    "After \\u there must be four hexadecimal digits.",
                    "Write it as \\u00e9, or write \\\\u for a backslash and u."
                );
            default:
                return text.Problem(
                    start,
                    $"There is no escape \\{text.Next} in JSON.",
                    text.Next == '\''
                        ? "Write ' without a backslash."
                        : $"Write \\\\{text.Next} for a backslash, or remove the backslash."
                );
        }
    }

    private char? HexAt(int escape) =>
        text.CharacterAt(escape + 1) == 'u'
        && escape + 6 <= text.Length
        && ushort.TryParse(
            text.Part(escape + 2, escape + 6),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var unit
        )
            ? (char)unit
            : null;

    private JsonSyntaxProblem NotAValue() =>
        OtherQuotes.Contains(text.Next) ? WrongQuotes()
        : text.Next == '%' ? Here("An expression is not in quotation marks.", "Write it as text: \"{% … %}\".")
        : Here(
            $"A value is expected here, not {text.Next}.",
            "Write a text in quotation marks, a number, true, false, null, { … } or [ … ]."
        );

    private JsonSyntaxProblem WrongQuotes()
    {
        var (open, start) = (text.Next, text.At);
        text.At++;
        var end = text.EndOf(one => !OtherQuotes.Contains(one) && one is not ('"' or '\n' or '\r'));
        var content = Short(text.Part(start + 1, end));
        return text.Problem(
            start,
            open == '\'' ? "JSON needs double quotation marks, not single ones." : $"{open} is not a quotation mark in JSON.",
            content.Length > 0 ? $"Write \"{content}\"." : "Write \" instead."
        );
    }

    private JsonSyntaxProblem Expression(string name)
    {
        var end = text.EndOf(one => one is not (',' or '\n' or '\r' or '}'));
        var expression = Short(text.Part(text.At, end).TrimEnd());
        return Here(
            "An expression is not in quotation marks.",
            $"Write {(name.Length > 0 ? name + ": " : "")}\"{{% {expression} %}}\"."
        );
    }

    private static string NumberFix(string token)
    {
        var digits = token.TrimStart('+').TrimStart('0');
        digits = digits.Length == 0 || digits[0] == '.' ? "0" + digits : digits;
        digits = digits.EndsWith('.') ? digits[..^1] : digits;
        return Number().IsMatch(digits) ? $"Write {digits}, or \"{Short(token)}\" if it is text."
            : Number().IsMatch(token.Replace("_", "")) ? $"Write {token.Replace("_", "")}."
            : $"Write a decimal number, or \"{Short(token)}\" if it is text.";
    }

    private string LastToken(int end)
    {
        var start = end - 1;
        if (text.CharacterAt(start) == '"')
        {
            start--;
            while (start > 0 && (text.CharacterAt(start) != '"' || IsEscaped(start)))
            {
                start--;
            }

            return text.Part(start, end);
        }

        while (start > 0 && IsOfWord(text.CharacterAt(start - 1)) && IsOfWord(text.CharacterAt(start)))
        {
            start--;
        }

        return text.Part(start, end);
    }

    private bool IsEscaped(int quote)
    {
        var first = quote;
        while (first > 0 && text.CharacterAt(first - 1) == '\\')
        {
            first--;
        }

        return (quote - first) % 2 == 1;
    }

    private JsonSyntaxProblem Here(string message, string fix) => text.Problem(text.At, message, fix);

    private static bool IsNumeric(string token) =>
        char.IsAsciiDigit(token[0]) || (token[0] is '+' or '-' or '.' && token.Length > 1 && token.Any(char.IsAsciiDigit));

    private static bool IsOfWord(char one) => char.IsLetterOrDigit(one) || one is '_' or '$' or '.' or '-' or '+';

    private static bool IsInvisible(char one) =>
        char.IsControl(one)
        || char.GetUnicodeCategory(one)
            is UnicodeCategory.Format
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    private static string Code(char one) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)one:X4}");

    private static string Short(string shown) => shown.Length <= MaxShown ? shown : shown[..MaxShown] + "…";

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
