using System.Text;
using System.Text.Unicode;

namespace Cxf.Documents.Syntax;

/// <summary>
/// Finds the first mistake in a text that a JSON parser refused, and describes it as its author would: what is wrong, where it is
/// corrected, and how. A parser reports where it stopped, which for a missing bracket is far away.
/// </summary>
internal sealed class JsonSyntaxCheck
{
    /// <summary>The depth of the parser (System.Text.Json).</summary>
    private const int MaxDepth = 64;

    private readonly JsonText _text;
    private readonly JsonTokenCheck _tokens;
    private readonly Stack<Holder> _holders = new();
    private Misfit? _misfit;
    private JsonSyntaxProblem? _problem;
    private string _name = "";

    private JsonSyntaxCheck(JsonText text) => (_text, _tokens) = (text, new JsonTokenCheck(text));

    /// <summary>The first problem; null if the text has none that is known here.</summary>
    public static JsonSyntaxProblem? Find(ReadOnlySpan<byte> utf8)
    {
        if ((!Utf8.IsValid(utf8) || utf8.Contains((byte)0)) && JsonEncodingCheck.Find(utf8) is { } encoding)
        {
            return encoding;
        }

        var check = new JsonSyntaxCheck(new JsonText(Encoding.UTF8.GetString(utf8)));
        check.Document();
        return check._problem;
    }

    private void Document()
    {
        _text.SkipSpace();
        if (_text.IsAtEnd)
        {
            Found(0, "The file is empty.", "Write a JSON object: { … }.");
            return;
        }

        if (!Take(_tokens.NotJson()) || !Take(_tokens.NotAStart()) || !Value())
        {
            return;
        }

        while (_holders.TryPeek(out var holder))
        {
            if (!(holder.Bracket == '{' ? Member(holder) : Item(holder)))
            {
                return;
            }
        }

        if (IsPlain() && !_text.IsAtEnd)
        {
            TooMuch();
        }
    }

    // What ends an object or array, and whether reading goes on; null before another member or item.
    private bool? Ended(Holder holder) =>
        !IsPlain() ? false
        : _text.IsAtEnd ? Unclosed()
        : _text.Next is '}' or ']' ? Close(holder)
        : null;

    // One member of an object, or its end.
    private bool Member(Holder holder)
    {
        if (Ended(holder) is { } goesOn)
        {
            return goesOn;
        }

        if (!Separated(holder))
        {
            return false;
        }

        if (_text.Next != '"')
        {
            return Take(_tokens.NotAName(holder.IsAfterComma ? holder.Comma : -1));
        }

        var start = _text.At;
        if (!Take(_tokens.Text()))
        {
            return false;
        }

        _name = _text.Part(start, _text.At);
        var end = _text.At;
        if (!IsPlain())
        {
            return false;
        }

        if (_text.Next != ':')
        {
            return Take(_tokens.NoColon(start, end));
        }

        _text.At++;
        holder.IsAfterComma = false;
        return IsPlain() && Value();
    }

    // One item of an array, or its end.
    private bool Item(Holder holder)
    {
        if (Ended(holder) is { } goesOn)
        {
            return goesOn;
        }

        _name = "";
        return Separated(holder) && Value();
    }

    // The comma before every member and item but the first.
    private bool Separated(Holder holder)
    {
        if (holder.Count++ > 0)
        {
            if (_text.Next != ',')
            {
                return NoComma(holder);
            }

            (holder.Comma, holder.IsAfterComma) = (_text.At++, true);
            if (!IsPlain())
            {
                return false;
            }

            if (_text.Next is '}' or ']')
            {
                return Found(holder.Comma, $"There is a comma before {_text.Next}, and nothing follows it.", "Remove the comma.");
            }

            if (_text.IsAtEnd)
            {
                return Unclosed();
            }
        }

        return _text.Next != ','
            || Found(_text.At, "There is a comma with nothing before it.", "Remove the comma, or add what is missing before it.");
    }

    private bool Value()
    {
        var start = _text.At;
        switch (_text.Next)
        {
            case '{' or '[':
                if (_holders.Count == MaxDepth)
                {
                    return Found(start, $"The document is nested deeper than {MaxDepth} levels.", "Nest it less deeply.");
                }

                _holders.Push(new Holder(_text.Next, start, _text.Line, _text.Indentation, _name));
                _text.At++;
                return true;
            case '"':
                return Take(_tokens.Text());
            case ',' or '}' or ']' when _name.Length > 0:
                return Found(start, $"The member {_name} has no value.", $"Write a value after {_name}:, or remove the member.");
            case '\0' when _text.IsAtEnd:
                return _holders.Count > 0 && Unclosed();
            default:
                return Take(_tokens.Bare(_name));
        }
    }

    // What is missing between two members: usually a comma. A line that is indented as the object itself belongs outside it.
    private bool NoComma(Holder holder)
    {
        if (_text.IsFirstOnLine && _text.Line > holder.Line && _text.Indentation <= holder.Indentation && _text.Next == '"')
        {
            return NotClosed(holder, _text.EndOfLast);
        }

        // A name in an array that its line shows to be outside it.
        if (
            holder.Bracket == '['
            && _text.Next == ':'
            && holder.Count > 2
            && _text.Line > holder.Line
            && _text.Indentation <= holder.Indentation
        )
        {
            return NotClosed(holder, holder.Comma);
        }

        return Take(_tokens.NoComma(_text.EndOfLast, holder.Bracket == '{'));
    }

    private bool Close(Holder holder)
    {
        var closer = _text.Next;
        if (closer != holder.Closer)
        {
            return _holders.Any(outer => outer.Closer == closer)
                ? NotClosed(holder, _text.EndOfLast)
                : Found(
                    _text.At,
                    $"This {closer} does not close the {holder.Bracket} at {_text.Place(holder.At)}.",
                    $"Write {holder.Closer} instead of {closer}."
                );
        }

        if (_misfit is null && _text.IsFirstOnLine && _text.Line != holder.Line && _text.Indentation != holder.Indentation)
        {
            _misfit = new Misfit(holder, _text.At);
        }

        _holders.Pop();
        _text.At++;
        return true;
    }

    // The text ends inside an object or an array. Where the lines are indented, they show which one was meant to end earlier.
    private bool Unclosed()
    {
        if (_misfit is { } misfit && misfit.Holder.Indentation > 0)
        {
            return NotClosed(misfit.Holder, _text.EndOfIndented(misfit.Holder.At, misfit.Holder.Indentation));
        }

        var innermost = _holders.Peek();
        var closers = string.Concat(_holders.Select(holder => holder.Closer));
        return Found(
            _text.Length,
            $"The {innermost.Bracket} at {_text.Place(innermost.At)}{Of(innermost)} is not closed.",
            $"Add {closers} at the end of the file, or close it where it should end."
        );
    }

    private bool NotClosed(Holder holder, int end) =>
        Found(end, $"The {holder.Bracket} at {_text.Place(holder.At)}{Of(holder)} is not closed.", $"Add {holder.Closer} here.");

    private void TooMuch()
    {
        if (_text.Next == ':')
        {
            Found(0, "The document does not start with {.", "Write { before the first name, and } at the end.");
        }
        else if (_misfit is { } misfit)
        {
            Found(
                misfit.Closer,
                $"This {misfit.Holder.Closer} closes the {misfit.Holder.Bracket} at {_text.Place(misfit.Holder.At)}"
                    + $"{Of(misfit.Holder)}, so that the document ends before its last line.",
                "Remove it if it is one too many."
            );
        }
        else
        {
            Found(
                _text.At,
                _text.Next is '}' or ']' ? $"This {_text.Next} closes nothing: the document is complete before it."
                    : _text.Next == ',' ? "A comma follows the end of the document."
                    : "The document is complete, but more text follows.",
                _text.Next is '}' or ']'
                    ? $"Remove this {_text.Next}, or another one before it."
                    : "Remove what follows, or the closing bracket before it."
            );
        }
    }

    private static string Of(Holder holder) => holder.Name.Length == 0 ? "" : $" (the value of {holder.Name})";

    // White space, then no comment and no invisible character.
    private bool IsPlain()
    {
        _text.SkipSpace();
        return Take(_tokens.NotJson());
    }

    private bool Found(int index, string message, string fix) => Take(_text.Problem(index, message, fix));

    private bool Take(JsonSyntaxProblem? problem)
    {
        _problem = problem;
        return problem is null;
    }

    /// <summary>An object or an array that is open.</summary>
    private sealed record Holder(char Bracket, int At, int Line, int Indentation, string Name)
    {
        public char Closer => Bracket == '{' ? '}' : ']';

        public int Count { get; set; }

        public int Comma { get; set; }

        public bool IsAfterComma { get; set; }
    }

    /// <summary>An object or array whose closing bracket is indented otherwise than the line it is opened on.</summary>
    private sealed record Misfit(Holder Holder, int Closer);
}
