using System.Globalization;

namespace Cxf.Documents.Syntax;

/// <summary>A JSON text that is walked from its start to its end, with the line and the indentation of each place.</summary>
internal sealed class JsonText(string text)
{
    private int _lineStart;

    /// <summary>Where the walk is.</summary>
    public int At { get; set; }

    /// <summary>The next character; NUL at the end, which no JSON text contains outside strings.</summary>
    public char Next => At < text.Length ? text[At] : '\0';

    public bool IsAtEnd => At >= text.Length;

    public int Length => text.Length;

    /// <summary>The end of the last token before <see cref="At"/>.</summary>
    public int EndOfLast { get; private set; }

    /// <summary>How far the first token of this line is indented, in characters.</summary>
    public int Indentation { get; private set; }

    /// <summary>Whether no other token is before <see cref="At"/> on its line.</summary>
    public bool IsFirstOnLine => At == _lineStart + Indentation;

    public int Line { get; private set; } = 1;

    /// <summary>Passes white space.</summary>
    public void SkipSpace()
    {
        EndOfLast = At;
        while (Next is ' ' or '\t' or '\r' or '\n' && !IsAtEnd)
        {
            if (Next == '\n')
            {
                Line++;
                _lineStart = At + 1;
                Indentation = -1;
            }

            At++;
        }

        if (Indentation < 0 || EndOfLast == 0)
        {
            Indentation = At - _lineStart;
        }
    }

    public string Part(int from, int to) => text[from..to];

    public char CharacterAt(int index) => index < text.Length ? text[index] : '\0';

    public bool StartsWith(string part) => text.AsSpan(At).StartsWith(part);

    /// <summary>The end of the longest run of characters from here that fulfil a condition.</summary>
    public int EndOf(Func<char, bool> condition)
    {
        var end = At;
        while (end < text.Length && condition(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// The end of the last token before the first line after a place that is not indented further than the place's own line, and
    /// so belongs to what surrounds it; without a comma there. The end of the text if there is no such line.
    /// </summary>
    public int EndOfIndented(int from, int indentation)
    {
        var end = text.IndexOf('\n', from);
        while (end >= 0)
        {
            var start = end + 1;
            var first = start;
            while (first < text.Length && text[first] is ' ' or '\t')
            {
                first++;
            }

            if (first < text.Length && text[first] is not ('\r' or '\n') && first - start <= indentation)
            {
                return text.AsSpan(0, end).TrimEnd().TrimEnd(',').TrimEnd().Length;
            }

            end = text.IndexOf('\n', start);
        }

        return text.Length;
    }

    public JsonPosition PositionOf(int index)
    {
        var lineStart = index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;
        return new JsonPosition(text.AsSpan(0, index).Count('\n') + 1, index - lineStart + 1);
    }

    /// <summary>A place in words.</summary>
    public string Place(int index) =>
        PositionOf(index) is var (line, column)
            ? string.Create(CultureInfo.InvariantCulture, $"line {line}, column {column}")
            : "";

    public JsonSyntaxProblem Problem(int index, string message, string fix) => new(message, fix, PositionOf(index));
}
