using System.Net;
using Microsoft.AspNetCore.Http;

namespace Cxf.Local.Emulators;

/// <summary>
/// Tells requests of local programs from those that a web page makes through a browser on this machine: a page's requests carry
/// its Origin, or where a browser leaves that out (an image, a link) Sec-Fetch-Site, and after DNS rebinding the Host header
/// still has the page's name.
/// </summary>
internal static class LoopbackRequests
{
    // AWS clients put this before the host of StartSyncExecution.
    private const string SyncPrefix = "sync-";

    private const string WebPage = "Requests from web pages are rejected.";

    /// <summary>Why a request is refused, or null when it is not.</summary>
    public static string? Refusal(HttpRequest request)
    {
        if (!IsLoopback(request.Host.Host))
        {
            return "The Host header must name this machine's loopback address.";
        }

        foreach (var origin in request.Headers.Origin)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || !IsLoopback(uri.Host))
            {
                return WebPage;
            }
        }

        return
            request.Headers.Origin.Count == 0
            && request.Headers["Sec-Fetch-Site"].ToString().Equals("cross-site", StringComparison.OrdinalIgnoreCase)
            ? WebPage
            : null;
    }

    private static bool IsLoopback(string host)
    {
        var name = host.StartsWith(SyncPrefix, StringComparison.OrdinalIgnoreCase) ? host[SyncPrefix.Length..] : host;
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
    }
}
