using System.Text;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.RegularExpressions;

/// <summary>
/// Writes a JavaScript pattern so that .NET matches the same: ASCII classes for <c>\d</c> and <c>\w</c>, <c>.</c> without
/// any line end, <c>$</c> at the very end only, <c>[</c> inside of a class as itself, groups numbered as they come.
/// </summary>
internal static class JavaScriptPattern
{
    private const string AnyButLineEnd = "[^\\n\\r\\u2028\\u2029]";

    public static string Translate(string pattern, RegexFlags flags)
    {
        var text = new StringBuilder(pattern.Length + 16);
        var names = GroupNames(pattern);
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\':
                    AppendEscape(pattern, ref at, text, names, inClass: false);
                    break;
                case '[':
                    AppendClass(pattern, ref at, text);
                    break;
                case '.':
                    text.Append(AnyButLineEnd);
                    break;
                case '$' when (flags & RegexFlags.Multiline) == 0:
                    text.Append("\\z");
                    break;
                case '(' when IsNamedGroup(pattern, at):
                    text.Append('(');
                    at = pattern.IndexOf('>', at);
                    break;
                default:
                    text.Append(pattern[at]);
                    break;
            }
        }

        return text.ToString();
    }

    private static bool IsNamedGroup(string pattern, int at) =>
        string.CompareOrdinal(pattern, at, "(?<", 0, 3) == 0
        && at + 3 < pattern.Length
        && pattern[at + 3] is not '=' and not '!'
        && pattern.IndexOf('>', at) > 0;

    /// <summary>The names of the groups; a group's number is its place here, counted from 1, null for one without name.</summary>
    private static List<string?> GroupNames(string pattern)
    {
        var names = new List<string?>();
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
                case '(' when !inClass && IsNamedGroup(pattern, at):
                    names.Add(pattern[(at + 3)..pattern.IndexOf('>', at)]);
                    break;
                case '(' when !inClass && (at + 1 >= pattern.Length || pattern[at + 1] != '?'):
                    names.Add(null);
                    break;
                default:
                    break;
            }
        }

        return names;
    }

    private static void AppendClass(string pattern, ref int at, StringBuilder text)
    {
        if (string.CompareOrdinal(pattern, at, "[^]", 0, 3) == 0)
        {
            text.Append("[\\s\\S]");
            at += 2;
            return;
        }

        if (string.CompareOrdinal(pattern, at, "[]", 0, 2) == 0)
        {
            text.Append("(?!)");
            at++;
            return;
        }

        text.Append('[');
        for (at++; at < pattern.Length && pattern[at] != ']'; at++)
        {
            if (pattern[at] == '\\')
            {
                AppendEscape(pattern, ref at, text, [], inClass: true);
            }
            else if (pattern[at] == '[')
            {
                text.Append("\\[");
            }
            else
            {
                text.Append(pattern[at]);
            }
        }

        if (at < pattern.Length)
        {
            text.Append(']');
        }
    }

    private static void AppendEscape(string pattern, ref int at, StringBuilder text, List<string?> names, bool inClass)
    {
        at++;
        if (at >= pattern.Length)
        {
            text.Append('\\');
            return;
        }

        switch (pattern[at])
        {
            case 'd':
                text.Append(inClass ? "0-9" : "[0-9]");
                break;
            case 'D' when !inClass:
                text.Append("[^0-9]");
                break;
            case 'w':
                text.Append(inClass ? "A-Za-z0-9_" : "[A-Za-z0-9_]");
                break;
            case 'W' when !inClass:
                text.Append("[^A-Za-z0-9_]");
                break;
            case 's':
                text.Append(inClass ? "\\s\\uFEFF" : "[\\s\\uFEFF]");
                break;
            case 'S' when !inClass:
                text.Append("[^\\s\\uFEFF]");
                break;
            case 'k' when !inClass && at + 1 < pattern.Length && pattern[at + 1] == '<' && pattern.IndexOf('>', at) is > 0 and var end:
                text.Append('\\').Append(names.IndexOf(pattern[(at + 2)..end]) + 1).Append("(?:)");
                at = end;
                break;
            case var letter when char.IsAsciiLetterOrDigit(letter) && !"bBcfnrtvxu0123456789DWSpPk".Contains(letter):
                // An escaped letter without a meaning is the letter; .NET gives some of them one.
                text.Append(letter);
                break;
            default:
                text.Append('\\').Append(pattern[at]);
                break;
        }
    }
}
