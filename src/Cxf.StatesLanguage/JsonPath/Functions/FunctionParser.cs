using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath.Functions;

/// <summary>
/// Parses calls of intrinsic functions: nested calls, paths, strings in single quotes, numbers, true, false and null.
/// </summary>
internal readonly struct FunctionParser(PathCursor cursor)
{
    private const string FormatName = "States.Format";

    // Developer guide, intrinsic functions: up to ten can be nested.
    private const int MaxNestedCalls = 10;

    /// <summary>Parses a path or a call.</summary>
    public static IJsonPathValue ParseValue(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("States."))
        {
            return PathParser.Parse(text);
        }

        var cursor = new PathCursor(text);
        cursor.SkipSpace();
        var parser = new FunctionParser(cursor);
        var call = parser.ParseCall(1);
        cursor.SkipSpace();
        return cursor.AtEnd ? call : throw parser.Unexpected();
    }

    private FunctionCall ParseCall(int depth)
    {
        if (depth > MaxNestedCalls)
        {
            throw new JsonPathSyntaxException($"More than {MaxNestedCalls} intrinsic functions are nested");
        }

        var name = cursor.TakeWhile(static character => char.IsAsciiLetterOrDigit(character) || character == '.');
        if (!IntrinsicFunctions.All.TryGetValue(name, out var function))
        {
            throw new JsonPathSyntaxException($"There is no intrinsic function '{name}'");
        }

        if (!cursor.Take('('))
        {
            throw Unexpected();
        }

        var arguments = new List<IJsonPathValue>();
        cursor.SkipSpace();
        while (!cursor.Take(')'))
        {
            arguments.Add(ParseArgument(depth, keepsEscapes: name == FormatName && arguments.Count == 0));
            cursor.SkipSpace();
            if (cursor.Take(','))
            {
                cursor.SkipSpace();
            }
            else if (cursor.Current != ')')
            {
                throw Unexpected();
            }
        }

        return arguments.Count >= function.MinArguments && arguments.Count <= function.MaxArguments
            ? new FunctionCall(name, function, arguments)
            : throw new JsonPathSyntaxException($"The intrinsic function '{name}' does not take {arguments.Count} arguments");
    }

    private IJsonPathValue ParseArgument(int depth, bool keepsEscapes) =>
        cursor.Current switch
        {
            '\'' => new LiteralArgument(ParseString(keepsEscapes)),
            '$' => PathParser.Parse(TakePath()),
            'S' => ParseCall(depth + 1),
            _ => new LiteralArgument(ParseLiteral()),
        };

    /// <summary>A path up to the comma or parenthesis that ends the argument; those within brackets belong to it.</summary>
    private string TakePath()
    {
        var depth = 0;
        return cursor
            .TakeWhile(character =>
            {
                if (depth <= 0 && character is ',' or ')')
                {
                    return false;
                }

                depth += character switch
                {
                    '[' => 1,
                    ']' => -1,
                    _ => 0,
                };
                return true;
            })
            .TrimEnd();
    }

    /// <param name="keepsEscapes">Whether an escaped backslash stays one: the template of States.Format reads it itself.</param>
    private JsonElement ParseString(bool keepsEscapes)
    {
        cursor.Position++;
        var value = new StringBuilder();
        while (!cursor.Take('\''))
        {
            if (cursor.AtEnd)
            {
                throw Unexpected();
            }

            if (cursor.Take('\\'))
            {
                // Braces stay escaped for States.Format; other characters cannot be escaped at all (recorded).
                value.Append(
                    cursor.Current switch
                    {
                        '\'' => "'",
                        '{' => @"\{",
                        '}' => @"\}",
                        '\\' => keepsEscapes ? @"\\" : @"\",
                        _ => throw Unexpected(),
                    }
                );
            }
            else
            {
                value.Append(cursor.Current);
            }

            cursor.Position++;
        }

        return Payload.FromString(value.ToString()).Tree;
    }

    private JsonElement ParseLiteral()
    {
        try
        {
            return JsonElement.Parse(cursor.TakeWhile(static character => character is not (',' or ')' or ' ')));
        }
        catch (JsonException)
        {
            throw Unexpected();
        }
    }

    private JsonPathSyntaxException Unexpected() => new($"Unexpected text at position {cursor.Position} of '{cursor.Text}'");
}
