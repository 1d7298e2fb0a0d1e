using System.Buffers;
using System.Text.Json;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport.Errors;

/// <summary>
/// An error in the form that Lambda hands to callers: <c>errorType</c>, <c>errorMessage</c>, <c>stackTrace</c> and what
/// caused it. The type is the exception's class name, which is what Step Functions' Retry and Catch go by.
/// </summary>
internal sealed record ErrorDocument(string Type, ReadOnlyMemory<byte> Json, string? XRayCause)
{
    /// <summary>Exceptions nest, if at all, a few levels; a cycle must not hang the function.</summary>
    private const int DeepestCause = 8;

    /// <summary>Further HTTP headers, each with its line end.</summary>
    public string Headers =>
        $"Lambda-Runtime-Function-Error-Type: {ToAscii(Type)}\r\n"
        + (XRayCause is null ? "" : $"Lambda-Runtime-Function-XRay-Error-Cause: {XRayCause}\r\n");

    public static ErrorDocument Of(Exception exception)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, exception, 0);
        }

        return new ErrorDocument(exception.GetType().Name, buffer.WrittenMemory, XRay.Cause(exception));
    }

    /// <summary>The error that Lambda itself reports for an answer above its limit, with the same text.</summary>
    public static ErrorDocument TooLarge(int size)
    {
        const string Type = "Function.ResponseSizeTooLarge";
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("errorType", Type);
            json.WriteString(
                "errorMessage",
                $"Response payload size ({size} bytes) exceeded maximum allowed payload size ({RuntimeApiClient.LargestResponse} bytes)."
            );
            json.WriteStartArray("stackTrace");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new ErrorDocument(Type, buffer.WrittenMemory, null);
    }

    /// <summary>The lines of an exception's stack trace without their indentation.</summary>
    public static IEnumerable<string> StackTrace(Exception exception) =>
        (exception.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static void Write(Utf8JsonWriter json, Exception exception, int depth)
    {
        json.WriteStartObject();
        json.WriteString("errorType", exception.GetType().Name);
        json.WriteString("errorMessage", exception.Message);
        json.WriteStartArray("stackTrace");
        foreach (var line in StackTrace(exception))
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
        if (depth < DeepestCause && exception is AggregateException { InnerExceptions: { Count: > 1 } several })
        {
            json.WriteStartArray("causes");
            foreach (var one in several)
            {
                Write(json, one, depth + 1);
            }

            json.WriteEndArray();
        }
        else if (depth < DeepestCause && exception.InnerException is { } inner)
        {
            json.WritePropertyName("cause");
            Write(json, inner, depth + 1);
        }

        json.WriteEndObject();
    }

    // Class names may contain any letter, but headers may not.
    private static string ToAscii(string text) =>
        string.Concat(text.Select(letter => letter is > ' ' and < '\x7f' ? letter : '?'));
}
