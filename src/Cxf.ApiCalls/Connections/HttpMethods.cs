using System.Collections.Frozen;

namespace Cxf.ApiCalls.Connections;

/// <summary>What this product knows about HTTP methods (RFC 9110 section 9).</summary>
public static class HttpMethods
{
    /// <summary>The methods of a connection that lists none.</summary>
    public static FrozenSet<string> Default { get; } =
        FrozenSet.Create(StringComparer.Ordinal, "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    /// <summary>Methods that build tunnels or mirror credentials.</summary>
    internal static readonly string[] NeverUsable = ["CONNECT", "TRACE"];

    /// <summary>Whether repeating a request of this method has the same effect as making it once (section 9.2.2).</summary>
    public static bool IsIdempotent(string method) => method is "GET" or "HEAD" or "PUT" or "DELETE" or "OPTIONS";

    /// <summary>
    /// Whether a text can be a method at all: upper-case letters, and not one of <see cref="NeverUsable"/>.
    /// </summary>
    public static bool IsUsable(string method) =>
        method.Length is > 0 and <= 20 && method.All(char.IsAsciiLetterUpper) && !NeverUsable.Contains(method);
}
