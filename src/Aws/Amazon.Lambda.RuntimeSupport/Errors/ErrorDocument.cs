using System.Text;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport.Errors;

/// <summary>
/// An error in the form that Lambda hands to callers. The type is the exception's class name, which Retry and Catch in
/// Step Functions compare with.
/// </summary>
internal sealed record ErrorDocument(string Type, ReadOnlyMemory<byte> Json, string? XRayCause)
{
    /// <summary>Further HTTP headers, each with its line end.</summary>
    public string Headers =>
        $"Lambda-Runtime-Function-Error-Type: {ToAscii(Type)}\r\n"
        + (XRayCause is null ? "" : $"Lambda-Runtime-Function-XRay-Error-Cause: {XRayCause}\r\n");

    public static ErrorDocument Of(Exception exception) =>
        new(exception.GetType().Name, Encoding.UTF8.GetBytes(ErrorText.Of(exception)), XRay.Cause(exception));

    /// <summary>The error that Lambda itself reports for an answer above its limit, with the same text.</summary>
    public static ErrorDocument TooLarge(int size)
    {
        const string Type = "Function.ResponseSizeTooLarge";
        var json =
            $$"""{"errorType":"{{Type}}","errorMessage":"Response payload size ({{size}} bytes) exceeded """
            + $$"""maximum allowed payload size ({{RuntimeApiClient.LargestResponse}} bytes)."}""";
        return new ErrorDocument(Type, Encoding.UTF8.GetBytes(json), null);
    }

    /// <summary>The lines of an exception's stack trace without their indentation.</summary>
    public static IEnumerable<string> StackTrace(Exception exception) =>
        (exception.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // Class names may contain any letter, but headers may not.
    private static string ToAscii(string text) =>
        string.Concat(text.Select(letter => letter is > ' ' and < '\x7f' ? letter : '?'));
}
