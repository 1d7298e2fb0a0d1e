using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;

namespace Cxf.ApiCalls.Sending;

/// <summary>
/// Where redirects may lead: the origin of the base URL with credentials, the connection's redirect hosts without them,
/// and never from https to http.
/// </summary>
internal static class RedirectRules
{
    /// <summary>The attempt that follows a redirect.</summary>
    public static Result<Attempt> Follow(Attempt attempt, int status, string? location)
    {
        if (
            location is null
            || !Uri.TryCreate(attempt.Url, location, out var target)
            || target.UserInfo.Length > 0
            || (target.Scheme != Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttp)
        )
        {
            return FailureReason.RedirectUnusable;
        }

        var isOwnOrigin = IsSameOrigin(target, attempt.Connection.BaseUrl);
        if (!isOwnOrigin && !IsAllowedHost(attempt, target))
        {
            return FailureReason.RedirectRefused;
        }

        var method = attempt.Request.Method;
        var changesData = method != HttpMethod.Get && method != HttpMethod.Head;
        if (changesData && status is 301 or 302)
        {
            return FailureReason.RedirectDropsData;
        }

        // 303: see the result there, with GET (RFC 9110 section 15.4.4).
        var request =
            status == 303 && changesData ? attempt.Request with { Method = HttpMethod.Get, Content = null } : attempt.Request;
        return attempt with { Request = request, Url = WithoutFragment(target), IsOwnOrigin = isOwnOrigin };
    }

    /// <summary>Whether two URLs have scheme, host and port in common (RFC 6454).</summary>
    public static bool IsSameOrigin(Uri left, Uri right) =>
        left.Scheme == right.Scheme && string.Equals(left.Authority, right.Authority, StringComparison.OrdinalIgnoreCase);

    private static bool IsAllowedHost(Attempt attempt, Uri target) =>
        (target.Scheme == Uri.UriSchemeHttps || attempt.Url.Scheme == Uri.UriSchemeHttp)
        && attempt.Connection.RedirectHosts.Contains(target.Authority, StringComparer.OrdinalIgnoreCase)
        && !attempt.Credentials.Mask.Finds(target.OriginalString);

    private static Uri WithoutFragment(Uri url) =>
        url.Fragment.Length == 0 ? url : new Uri(url.GetLeftPart(UriPartial.Query), TargetUrl.AsWritten);
}
