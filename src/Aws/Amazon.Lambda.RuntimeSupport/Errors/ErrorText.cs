using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Errors;

/// <summary>
/// An exception as JSON: <c>errorType</c>, <c>errorMessage</c>, <c>stackTrace</c>, <c>cause</c> and, for an
/// <see cref="AggregateException"/>, <c>causes</c>. The layout, down to the blanks, is that of Amazon.Lambda.RuntimeSupport
/// 2.1.2, because Step Functions shows the text as the Cause and people match parts of it.
/// </summary>
internal sealed class ErrorText
{
    /// <summary>In UTF-8. A cause that does not fit is replaced; if the rest does not fit, the whole is.</summary>
    private const int MaxBytes = 256 * 1024;

    private const string TooLarge = """{"errorMessage": "Exception exceeded maximum payload size of 256KB."}""";

    private const int IndentSize = 2;

    private readonly StringBuilder _text = new();
    private int _bytes;

    private ErrorText() { }

    private bool Fits => _bytes < MaxBytes;

    /// <summary>The text of an exception.</summary>
    public static string Of(Exception exception)
    {
        var text = new ErrorText();
        text.Write(exception, 0, "");
        return text.Fits ? text._text.ToString() : TooLarge;
    }

    private void Write(Exception exception, int depth, string separator)
    {
        var inner = depth + 1;
        Append(depth, "{\n");
        Append(inner, $"\"errorType\": \"{Escape(exception.GetType().Name)}\"");
        // An exception class may return null in spite of its declaration.
        if ((string?)exception.Message is { } message)
        {
            Append(0, ",\n");
            Append(inner, $"\"errorMessage\": \"{Escape(message)}\"");
        }

        WriteStackTrace(exception, inner);
        WriteCauses(exception, inner);
        Append(depth, $"}}{separator}\n");
    }

    private void WriteStackTrace(Exception exception, int depth)
    {
        var indent = new string(' ', (depth + 1) * IndentSize);
        var lines = ErrorDocument.StackTrace(exception).Select(line => $"{indent}\"{Escape(line)}\"");
        var trace = string.Join(",\n", lines);
        if (trace.Length > 0)
        {
            Append(0, ",\n");
            Append(depth, $"\"stackTrace\": [\n{trace}\n");
            Append(depth, "]");
        }
    }

    private void WriteCauses(Exception exception, int depth)
    {
        if (exception.InnerException is not { } cause)
        {
            Append(0, "\n");
            return;
        }

        // An AggregateException has its first cause twice: here and in the list.
        var causes = (exception as AggregateException)?.InnerExceptions;
        var separator = causes is null ? "" : ",";
        Append(0, ",\n");
        Append(depth, "\"cause\": ");
        if (!TryWrite(cause, depth, separator))
        {
            Append(0, $"{TooLarge}{separator}\n");
        }

        if (causes is not null)
        {
            WriteList(causes, depth);
        }
    }

    private void WriteList(ReadOnlyCollection<Exception> causes, int depth)
    {
        Append(depth, "\"causes\": [");
        for (var index = 0; index < causes.Count; index++)
        {
            if (!TryWrite(causes[index], depth + 1, index < causes.Count - 1 ? "," : ""))
            {
                Append(depth + 1, $"{TooLarge}\n");
                break;
            }
        }

        Append(depth, "]\n");
    }

    /// <summary>Writes an exception; if it does not fit, leaves no trace of it.</summary>
    private bool TryWrite(Exception exception, int depth, string separator)
    {
        var (length, bytes) = (_text.Length, _bytes);
        if (Fits)
        {
            Write(exception, depth, separator);
            if (Fits)
            {
                return true;
            }
        }

        _text.Length = length;
        _bytes = bytes;
        return false;
    }

    private void Append(int depth, string text)
    {
        _text.Append(' ', depth * IndentSize).Append(text);
        _bytes += (depth * IndentSize) + Encoding.UTF8.GetByteCount(text);
    }

    /// <summary>Escapes what JSON demands and the line ends of Unicode, then trims.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\n' => escaped.Append(@"\n"),
                '\r' => escaped.Append(@"\r"),
                '\t' => escaped.Append(@"\t"),
                '\f' => escaped.Append(@"\f"),
                '\b' => escaped.Append(@"\b"),
                '"' or '\\' => escaped.Append('\\').Append(letter),
                < ' ' or '\u0085' or '\u2028' or '\u2029' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString().Trim();
    }
}
