using System.Buffers;
using System.Collections.Frozen;
using System.Net.Http.Headers;
using Cxf.ApiCalls.Authentication;

namespace Cxf.ApiCalls.Requests;

/// <summary>
/// Which headers a connection or a flow may set. One rule for the readers of connections, the checks of flows and the call
/// itself, so that what can be known from a document is reported there.
/// </summary>
public static class HeaderRules
{
    /// <summary>The longest value that is sent, in characters; servers commonly stop at 8 KB for all headers together.</summary>
    public const int MaxValueLength = 4096;

    private const int MaxNameLength = 100;

    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    /// <summary>
    /// Headers that frame the message, choose its route or carry credentials: all set by this library or not at all.
    /// </summary>
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Authorization",
        "Connection",
        "Content-Encoding",
        "Content-Length",
        "Cookie",
        "Expect",
        "Forwarded",
        "Host",
        "HTTP2-Settings",
        "Keep-Alive",
        "Proxy-Authorization",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Via"
    );

    /// <summary>Why the header cannot be set, whatever its value; null when it can.</summary>
    public static HeaderProblem? ProblemOfName(string name) =>
        name.Length is 0 or > MaxNameLength || name.AsSpan().ContainsAnyExcept(TokenCharacters)
            ? new HeaderProblem(
                "The text is not a header name.",
                $"Use 1 to {MaxNameLength} letters, digits and hyphens, such as X-Request-Source."
            )
        : Reserved.Contains(name)
            ? new HeaderProblem(
                $"The header {name} is set by the call itself.",
                "Remove it. Documents cannot set headers for framing, routing or credentials; credentials belong in "
                    + "the connection's secret."
            )
        : null;

    /// <summary>Why the header cannot be set on a connection that signs its requests for AWS; null when it can.</summary>
    public static HeaderProblem? ProblemOfSignedName(string name) =>
        AwsSignature.Sets(name)
            ? new HeaderProblem(
                $"The header {name} is set by the connection's AWS signature.",
                "Remove it: the signature sets the date, the hash of the body and the session token itself."
            )
            : null;

    /// <summary>Why the header cannot have the value; null when it can.</summary>
    public static HeaderProblem? ProblemOfValue(string name, string value) =>
        value.Length > MaxValueLength
            ? new HeaderProblem(
                $"The header's value is longer than {MaxValueLength} characters.",
                "Shorten it, or send it in the body."
            )
        : !IsValue(value)
            ? new HeaderProblem(
                "A header's value must be visible ASCII in one line.",
                "Remove line breaks and other characters, or encode them, e.g. with $encodeUrlComponent."
            )
        : IsContentType(name) && !MediaTypeHeaderValue.TryParse(value, out _)
            ? new HeaderProblem(
                "The value is not a content type.",
                "Write a type such as application/json or text/xml; charset=utf-8."
            )
        : null;

    /// <summary>Whether a text can be a header's value: visible ASCII and blanks, so that it cannot start another line.</summary>
    internal static bool IsValue(string value) => value.Length <= MaxValueLength && IsText(value);

    /// <summary>The same without a limit to its length: a session token of AWS has none.</summary>
    internal static bool IsText(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <summary>
    /// Whether a header describes the content that is sent (RFC 9110 section 8 and, for the last three, HttpContentHeaders).
    /// </summary>
    internal static bool IsOfContent(string name) =>
        name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        || Is(name, "Allow")
        || Is(name, "Expires")
        || Is(name, "Last-Modified");

    internal static bool IsContentType(string name) => Is(name, "Content-Type");

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Why a header cannot be set.</summary>
/// <param name="Message">The problem.</param>
/// <param name="Fix">What to do.</param>
public sealed record HeaderProblem(string Message, string Fix);
