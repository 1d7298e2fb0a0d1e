using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath.Functions;

/// <summary>Parses calls of intrinsic functions: nested calls, paths, texts in single quotes, numbers, true, false,
/// null.</summary>
internal ref struct FunctionParser(string text)
{
    private readonly string text = text;
    private int position;

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
        return parser.position == text.Length ? call : throw parser.Unexpected();
    }

    private readonly char Current => position < text.Length ? text[position] : '\0';

    private FunctionCall ParseCall()
    {
        var start = position;
        while (char.IsAsciiLetterOrDigit(Current) || Current == '.')
        {
            position++;
        }

        var name = text[start..position];
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
                position++;
                SkipSpace();
            }
            else if (Current != ')')
            {
                throw Unexpected();
            }
        }

        position++;
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
        var start = position;
        var depth = 0;
        while (position < text.Length && (depth > 0 || text[position] is not (',' or ')')))
        {
            depth += text[position] switch
            {
                '[' => 1,
                ']' => -1,
                _ => 0,
            };
            position++;
        }

        return text[start..position].TrimEnd();
    }

    private JsonElement ParseText()
    {
        position++;
        var value = new StringBuilder();
        while (Current != '\'')
        {
            if (position >= text.Length)
            {
                throw Unexpected();
            }

            if (Current == '\\')
            {
                // Braces stay escaped for States.Format; other characters cannot be escaped at all (recorded).
                position++;
                value.Append(Current switch
                {
                    '\'' => "'",
                    '{' => @"\{",
                    '}' => @"\}",
                    '\\' => @"\",
                    _ => throw Unexpected(),
                });
                position++;
                continue;
            }

            value.Append(Current);
            position++;
        }

        position++;
        return Payload.FromString(value.ToString()).Tree;
    }

    private JsonElement ParseLiteral()
    {
        var start = position;
        while (position < text.Length && text[position] is not (',' or ')' or ' '))
        {
            position++;
        }

        try
        {
            return JsonElement.Parse(text[start..position]);
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

        position++;
    }

    private void SkipSpace()
    {
        while (Current == ' ')
        {
            position++;
        }
    }

    private readonly JsonPathSyntaxException Unexpected() => new($"Unexpected text at position {position} of '{text}'");
}
