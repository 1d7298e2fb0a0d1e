using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath.Functions;

/// <summary>Parses calls of intrinsic functions: nested calls, paths, texts in single quotes, numbers, true, false,
/// null.</summary>
internal ref struct FunctionParser(string text)
{
    private readonly string _text = text;
    private int _position;

    /// <summary>A path or a call.</summary>
    public static IJsonPathValue ParseValue(string text)
    {
        if (!text.StartsWith("States.", StringComparison.Ordinal))
        {
            return PathParser.Parse(text);
        }

        var parser = new FunctionParser(text);
        var call = parser.ParseCall();
        parser.SkipSpace();
        return parser._position == text.Length ? call : throw parser.Unexpected();
    }

    private readonly char Current => _position < _text.Length ? _text[_position] : '\0';

    private FunctionCall ParseCall()
    {
        var start = _position;
        while (char.IsAsciiLetterOrDigit(Current) || Current == '.')
        {
            _position++;
        }

        var name = _text[start.._position];
        if (!IntrinsicFunctions.All.TryGetValue(name, out var function))
        {
            throw new JsonPathSyntaxException($"There is no intrinsic function '{name}'");
        }

        Expect('(');
        var arguments = new List<IJsonPathValue>();
        SkipSpace();
        while (Current != ')')
        {
            arguments.Add(ParseArgument());
            SkipSpace();
            if (Current == ',')
            {
                _position++;
                SkipSpace();
            }
            else if (Current != ')')
            {
                throw Unexpected();
            }
        }

        _position++;
        return arguments.Count >= function.MinArguments && arguments.Count <= function.MaxArguments
            ? new FunctionCall(name, function, arguments)
            : throw new JsonPathSyntaxException($"The intrinsic function '{name}' does not take {arguments.Count} arguments");
    }

    private IJsonPathValue ParseArgument()
    {
        SkipSpace();
        return Current switch
        {
            '\'' => new LiteralArgument(ParseText()),
            '$' => PathParser.Parse(TakePath()),
            'S' => ParseCall(),
            _ => new LiteralArgument(ParseLiteral()),
        };
    }

    /// <summary>A path up to the comma or parenthesis that ends the argument; those within brackets belong to it.</summary>
    private string TakePath()
    {
        var start = _position;
        var depth = 0;
        while (_position < _text.Length && (depth > 0 || _text[_position] is not (',' or ')')))
        {
            depth += _text[_position] switch
            {
                '[' => 1,
                ']' => -1,
                _ => 0,
            };
            _position++;
        }

        return _text[start.._position].TrimEnd();
    }

    private JsonElement ParseText()
    {
        _position++;
        var value = new StringBuilder();
        while (Current != '\'')
        {
            if (_position >= _text.Length)
            {
                throw Unexpected();
            }

            if (Current == '\\')
            {
                // Braces stay escaped for States.Format; other characters cannot be escaped at all (recorded).
                _position++;
                value.Append(Current switch
                {
                    '\'' => "'",
                    '{' => @"\{",
                    '}' => @"\}",
                    '\\' => @"\",
                    _ => throw Unexpected(),
                });
                _position++;
                continue;
            }

            value.Append(Current);
            _position++;
        }

        _position++;
        return Payload.FromString(value.ToString()).Tree;
    }

    private JsonElement ParseLiteral()
    {
        var start = _position;
        while (_position < _text.Length && _text[_position] is not (',' or ')' or ' '))
        {
            _position++;
        }

        try
        {
            return JsonElement.Parse(_text[start.._position]);
        }
        catch (JsonException)
        {
            throw Unexpected();
        }
    }

    private void Expect(char expected)
    {
        if (Current != expected)
        {
            throw Unexpected();
        }

        _position++;
    }

    private void SkipSpace()
    {
        while (Current == ' ')
        {
            _position++;
        }
    }

    private readonly JsonPathSyntaxException Unexpected() => new($"Unexpected text at position {_position} of '{_text}'");
}
