using System.Globalization;
using System.Text;

namespace Cxf.Jsonata.RegularExpressions;

/// <summary>The capturing groups of a pattern, found before it is read: a reference may come before its group.</summary>
internal sealed class GroupNames
{
    private const string NameStart = "(?<";
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The number of capturing groups.</summary>
    public int Groups { get; private set; }

    /// <summary>Whether a group has a name; then <c>\k</c> is a reference.</summary>
    public bool Any => _numbers.Count > 0;

    public static GroupNames Scan(string pattern)
    {
        var names = new GroupNames();
        var inClass = false;
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\':
                    at++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    names.Open(pattern, at);
                    break;
                default:
                    break;
            }
        }

        return names;
    }

    /// <summary>The group of a <c>&lt;name&gt;</c> at the position, which moves after it.</summary>
    public int Reference(PatternText text)
    {
        var pattern = text.ToString();
        if (text.Current == '<' && Name(pattern, text.At + 1, out var end) is { } name)
        {
            text.At = end;
            return _numbers.TryGetValue(name, out var number)
                ? number
                : throw new InvalidPatternException("There is no group of the name that \\k refers to.");
        }

        throw new InvalidPatternException("After \\k, the name of a group in < > is missing.");
    }

    private void Open(string pattern, int at)
    {
        if (at + 1 >= pattern.Length || pattern[at + 1] != '?')
        {
            Groups++;
            return;
        }

        if (
            string.CompareOrdinal(pattern, at, NameStart, 0, NameStart.Length) != 0
            || (at + NameStart.Length < pattern.Length && pattern[at + NameStart.Length] is '=' or '!')
        )
        {
            return;
        }

        Groups++;
        var name =
            Name(pattern, at + NameStart.Length, out _) ?? throw new InvalidPatternException("A group has an invalid name.");
        if (!_numbers.TryAdd(name, Groups))
        {
            throw new InvalidPatternException("Two groups have the same name.");
        }
    }

    /// <summary>The identifier before the next <c>&gt;</c>, with its escapes resolved; null if it is not an identifier.</summary>
    private static string? Name(string pattern, int start, out int end)
    {
        var close = pattern.IndexOf('>', start);
        end = close + 1;
        if (close <= start)
        {
            return null;
        }

        var name = new StringBuilder();
        for (var at = start; at < close; at++)
        {
            if (pattern[at] != '\\')
            {
                name.Append(pattern[at]);
            }
            else if (!TryUnescape(pattern.AsSpan(0, close), ref at, name))
            {
                return null;
            }
        }

        var text = name.ToString();
        var isFirst = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsAllowed(rune, isFirst))
            {
                return null;
            }

            isFirst = false;
        }

        return text;
    }

    private static bool TryUnescape(ReadOnlySpan<char> pattern, ref int at, StringBuilder name)
    {
        const int digits = 4;
        if (at + 1 >= pattern.Length || pattern[at + 1] != 'u')
        {
            return false;
        }

        var rest = pattern[(at + 2)..];
        var isBraced = rest.Length > 0 && rest[0] == '{';
        var length = isBraced ? rest.IndexOf('}') : digits;
        var from = isBraced ? 1 : 0;
        if (
            length <= from
            || length > rest.Length
            || !int.TryParse(rest[from..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code > 0x10FFFF
        )
        {
            return false;
        }

        name.Append(code > char.MaxValue ? char.ConvertFromUtf32(code) : ((char)code).ToString());
        at += 1 + length + (isBraced ? 1 : 0);
        return true;
    }

    private static bool IsAllowed(Rune rune, bool isFirst) =>
        rune.Value is '$' or '_'
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.LetterNumber
        || (
            !isFirst
            && (
                rune.Value is 0x200C or 0x200D
                || Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.SpacingCombiningMark
                        or UnicodeCategory.DecimalDigitNumber
                        or UnicodeCategory.ConnectorPunctuation
            )
        );
}
