using System.Globalization;
using System.Text;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.RegularExpressions;

/// <summary>
/// Translates a JavaScript pattern so that .NET matches the same: ASCII classes for <c>\d</c> and <c>\w</c>, <c>.</c> without any
/// line end, <c>$</c> at the very end only, <c>[</c> inside a class as itself, groups numbered in order, a reference to a group
/// that did not match as empty.
/// </summary>
internal sealed class JavaScriptPattern
{
    private const string AnyButLineEnd = "[^\\n\\r\\u2028\\u2029]";

    // JavaScript's word boundaries, which only know ASCII letters. .NET's \b and \B know all letters, but the engine without
    // backtracking supports nothing else.
    private const string Boundary = "(?:(?<=[A-Za-z0-9_])(?![A-Za-z0-9_])|(?<![A-Za-z0-9_])(?=[A-Za-z0-9_]))";
    private const string NoBoundary = "(?:(?<=[A-Za-z0-9_])(?=[A-Za-z0-9_])|(?<![A-Za-z0-9_])(?![A-Za-z0-9_]))";

    private readonly string _pattern;
    private readonly bool _isMultiline;
    private readonly bool _isBeyondAscii;
    private readonly GroupNumbers _groups;
    private readonly StringBuilder _text;
    private int _at;

    private JavaScriptPattern(string pattern, RegexFlags flags, bool beyondAscii)
    {
        _pattern = pattern;
        _isMultiline = (flags & RegexFlags.Multiline) != 0;
        _isBeyondAscii = beyondAscii;
        _groups = new GroupNumbers(pattern);
        _text = new StringBuilder(pattern.Length + 16);
    }

    /// <summary>The pattern for .NET.</summary>
    /// <param name="pattern">The JavaScript pattern.</param>
    /// <param name="flags">Its flags.</param>
    /// <param name="beyondAscii">Whether it is for texts beyond ASCII, in which .NET has other word boundaries.</param>
    public static string Translate(string pattern, RegexFlags flags, bool beyondAscii) =>
        new JavaScriptPattern(pattern, flags, beyondAscii).Translate();

    private string Translate()
    {
        for (; _at < _pattern.Length; _at++)
        {
            switch (_pattern[_at])
            {
                case '\\':
                    AppendAtom();
                    break;
                case '[':
                    AppendClass();
                    break;
                case '.':
                    _text.Append(AnyButLineEnd);
                    break;
                case '$' when !_isMultiline:
                    _text.Append("\\z");
                    break;
                case '(':
                    _groups.Open(_at);
                    _text.Append('(');
                    if (GroupNumbers.NameEnd(_pattern, _at) is { } end)
                    {
                        _at = end;
                    }

                    break;
                case ')':
                    _groups.Close();
                    _text.Append(')');
                    break;
                default:
                    _text.Append(_pattern[_at]);
                    break;
            }
        }

        return _text.ToString();
    }

    private void AppendClass()
    {
        if (string.CompareOrdinal(_pattern, _at, "[^]", 0, 3) == 0)
        {
            _text.Append("[\\s\\S]");
            _at += 2;
            return;
        }

        if (string.CompareOrdinal(_pattern, _at, "[]", 0, 2) == 0)
        {
            _text.Append("(?!)");
            _at++;
            return;
        }

        _text.Append('[');
        for (_at++; _at < _pattern.Length && _pattern[_at] != ']'; _at++)
        {
            if (_pattern[_at] == '\\')
            {
                AppendEscape(inClass: true);
            }
            else if (_pattern[_at] == '[')
            {
                _text.Append("\\[");
            }
            else
            {
                _text.Append(_pattern[_at]);
            }
        }

        if (_at < _pattern.Length)
        {
            _text.Append(']');
        }
    }

    /// <summary>An escape outside a class: a character, a reference or a word boundary.</summary>
    private void AppendAtom()
    {
        var next = _at + 1 < _pattern.Length ? _pattern[_at + 1] : '\0';
        switch (next)
        {
            case >= '1' and <= '9':
                _at++;
                AppendNumber();
                break;
            case 'k'
                when _groups.HaveNames
                    && _at + 2 < _pattern.Length
                    && _pattern[_at + 2] == '<'
                    && _pattern.IndexOf('>', _at) is > 0 and var end:
                AppendReference(_groups.NumberOf(_pattern[(_at + 3)..end]));
                _at = end;
                break;
            case 'b' or 'B' when _isBeyondAscii:
                _at++;
                _text.Append(next == 'b' ? Boundary : NoBoundary);
                break;
            default:
                AppendEscape(inClass: false);
                break;
        }
    }

    /// <summary>
    /// A number after a backslash: a group if it exists; otherwise an octal character up to 255, or the digit itself (ECMAScript,
    /// annex B.1.2).
    /// </summary>
    private void AppendNumber()
    {
        const int mostOctal = 0xFF;
        var end = _at;
        while (end < _pattern.Length && char.IsAsciiDigit(_pattern[end]))
        {
            end++;
        }

        if (int.TryParse(_pattern.AsSpan(_at, end - _at), CultureInfo.InvariantCulture, out var group) && group <= _groups.Count)
        {
            AppendReference(group);
            _at = end - 1;
            return;
        }

        if (_pattern[_at] > '7')
        {
            _text.Append(_pattern[_at]);
            return;
        }

        var code = 0;
        for (; _at < end && _pattern[_at] <= '7' && (code * 8) + _pattern[_at] - '0' <= mostOctal; _at++)
        {
            code = (code * 8) + _pattern[_at] - '0';
        }

        _at--;
        _text.Append(CultureInfo.InvariantCulture, $"\\u{code:X4}");
    }

    /// <summary>
    /// Empty if the group is still open or comes later: JavaScript discards what it matched in an earlier iteration of a loop.
    /// </summary>
    private void AppendReference(int group) =>
        _text.Append(_groups.IsClosed(group) ? string.Create(CultureInfo.InvariantCulture, $"(?({group})\\{group})") : "(?:)");

    private void AppendEscape(bool inClass)
    {
        _at++;
        if (_at >= _pattern.Length)
        {
            _text.Append('\\');
            return;
        }

        switch (_pattern[_at])
        {
            case 'd':
                _text.Append(inClass ? "0-9" : "[0-9]");
                break;
            case 'D' when !inClass:
                _text.Append("[^0-9]");
                break;
            case 'w':
                _text.Append(inClass ? "A-Za-z0-9_" : "[A-Za-z0-9_]");
                break;
            case 'W' when !inClass:
                _text.Append("[^A-Za-z0-9_]");
                break;
            case 's':
                _text.Append(inClass ? "\\s\\uFEFF" : "[\\s\\uFEFF]");
                break;
            case 'S' when !inClass:
                _text.Append("[^\\s\\uFEFF]");
                break;
            case var letter when char.IsAsciiLetterOrDigit(letter) && !"bBcfnrtvxu0123456789DWSpP".Contains(letter):
                // An escaped letter without a meaning is the letter itself; some of them have a meaning in .NET.
                _text.Append(letter);
                break;
            default:
                _text.Append('\\').Append(_pattern[_at]);
                break;
        }
    }
}
