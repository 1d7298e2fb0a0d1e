using System.Buffers;
using System.Collections.Frozen;

namespace Cxf.ApiCalls.Requests;

/// <summary>Which headers a definition or a flow may set.</summary>
internal static class HeaderRules
{
    /// <summary>The longest value that is sent, in characters; servers commonly stop at 8 KB for all headers together.</summary>
    public const int MaxValueLength = 4096;

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Headers that frame the message, choose its route or carry credentials: all set by this library or not at all.</summary>
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Authorization", "Connection", "Content-Encoding", "Content-Length", "Cookie", "Expect", "Forwarded", "Host", "Keep-Alive",
        "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Via");

    /// <summary>Whether a text is a header name (RFC 9110 section 5.1).</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= 100 && !name.AsSpan().ContainsAnyExcept(TokenCharacters);

    /// <summary>Whether a header is not for definitions and flows to set.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name);

    /// <summary>Whether a text can be a header's value: visible ASCII and blanks, so that it cannot start another line.</summary>
    public static bool IsValue(string value) =>
        value.Length <= MaxValueLength && !value.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
