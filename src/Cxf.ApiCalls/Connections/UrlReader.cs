using Cxf.ApiCalls.Requests;
using Cxf.Documents;

namespace Cxf.ApiCalls.Connections;

/// <summary>Reads the URLs of a connection document.</summary>
internal static class UrlReader
{
    private const int MaxLength = 2048;

    /// <summary>Replaces a URL that could not be read, so that reading can continue; the document is rejected anyway.</summary>
    public static readonly Uri Nowhere = new("https://invalid.invalid/");

    public static Uri? Read(JsonCursor cursor, bool forBase)
    {
        if (cursor.AsText(MaxLength) is not { } text)
        {
            return null;
        }

        if (Problem(text, forBase) is { } problem)
        {
            cursor.Report(ConnectionCodes.UrlUnusable, problem, "Write an absolute URL such as https://api.example.com/v1.");
            return null;
        }

        var url = new Uri(text);
        if (url.Scheme == Uri.UriSchemeHttp)
        {
            cursor.Report(
                ConnectionCodes.PlainHttp,
                "The URL uses plain HTTP: credentials and data are not encrypted.",
                "Use https; a deployment calls plain HTTP only when its settings allow it.",
                DiagnosticSeverity.Warning
            );
        }

        return url;
    }

    private static string? Problem(string text, bool forBase)
    {
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
        )
        {
            return "The URL is not an absolute http or https URL.";
        }

        if (url.UserInfo.Length > 0)
        {
            return "The URL contains a user or a password; these belong in the connection's secret.";
        }

        if (url.Host.Length == 0 || text.Contains('\\'))
        {
            return "The URL has no host, or a backslash.";
        }

        if (url.Fragment.Length > 0 || text.Contains('#'))
        {
            return "The URL has a fragment, which is never sent.";
        }

        if (!forBase)
        {
            return null;
        }

        var afterAuthority = text[(text.IndexOf("//") + 2)..];
        var slash = afterAuthority.IndexOf('/');
        return text.Contains('?') ? "The base URL has a query; a query belongs to the request."
            : slash >= 0 && !PathRules.IsInside(afterAuthority[slash..].TrimEnd('/'))
                ? "The base URL's path has empty or dot segments, or encoded slashes."
            : null;
    }
}
