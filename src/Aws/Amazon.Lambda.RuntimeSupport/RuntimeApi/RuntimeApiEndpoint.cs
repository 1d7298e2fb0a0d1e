using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>Where the Runtime API is: <c>host[:port][/path]</c>, the part of a URL after <c>http://</c>.</summary>
/// <param name="Authority">Host and port as they are written, for the header Host.</param>
/// <param name="Host">A name or an address; IPv6 in brackets.</param>
/// <param name="Port">The port; 80 by default.</param>
/// <param name="Path">
/// Precedes the path of every request; usually empty. AWS's Lambda Test Tool puts the name of the function there.
/// </param>
internal readonly record struct RuntimeApiEndpoint(string Authority, string Host, int Port, string Path)
{
    private const int DefaultPort = 80;

    /// <summary>
    /// Reads the value of AWS_LAMBDA_RUNTIME_API. Not with <see cref="Uri"/>, which a cold start would pay for.
    /// </summary>
    /// <exception cref="FormatException">The value has another form.</exception>
    public static RuntimeApiEndpoint Parse(string text)
    {
        var slash = text.IndexOf('/');
        var authority = slash < 0 ? text : text[..slash];
        var path = slash < 0 ? "" : text[slash..];
        // The colons before the bracket belong to the IPv6 address.
        var colon = authority.IndexOf(':', authority.LastIndexOf(']') + 1);
        var host = colon < 0 ? authority : authority[..colon];
        var port = DefaultPort;
        var digits = colon < 0 ? default : authority.AsSpan(colon + 1);
        if (
            host.Length == 0
            || (
                !digits.IsEmpty
                && !(int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= ushort.MaxValue)
            )
        )
        {
            throw new FormatException($"The Runtime API's endpoint is '{text}'. Set it to host:port, such as 127.0.0.1:9001.");
        }

        return new RuntimeApiEndpoint(authority, host, port, path);
    }
}
