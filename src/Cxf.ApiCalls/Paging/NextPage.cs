using System.Text.Json;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Sending;

namespace Cxf.ApiCalls.Paging;

/// <summary>Finds where the next page is.</summary>
internal static class NextPage
{
    /// <summary>The next page's URL, or null in a result that succeeded when this was the last page.</summary>
    public static Result<Uri?> After(RawAnswer page, int items, Uri url, PagingRequest paging, int pagesRead) =>
        paging.Kind switch
        {
            PagingKind.Link when paging.Next is { } pointer => FromLink(TextAt(page.Body, pointer), url),
            PagingKind.Link => FromLink(LinkHeader.Next(page.Headers.GetValueOrDefault("link")), url),
            PagingKind.Cursor => TextAt(page.Body, paging.Next!) is { } cursor
                ? WithParameter(url, paging.Parameter!, cursor)
                : (Uri?)null,
            _ => items == 0 ? (Uri?)null : WithParameter(url, paging.Parameter!, (paging.First + pagesRead).ToString()),
        };

    /// <summary>A URL with a query parameter set to a value, which replaces existing ones.</summary>
    public static Uri WithParameter(Uri url, string name, string value)
    {
        var prefix = Uri.EscapeDataString(name) + "=";
        var kept = url
            .Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !pair.StartsWith(prefix, StringComparison.Ordinal));
        var query = string.Join('&', [.. kept, prefix + Uri.EscapeDataString(value)]);
        return new Uri($"{url.GetLeftPart(UriPartial.Path)}?{query}", TargetUrl.AsWritten);
    }

    private static Result<Uri?> FromLink(string? link, Uri url)
    {
        if (link is null)
        {
            return (Uri?)null;
        }

        if (!Uri.TryCreate(url, link, out var next) || next.UserInfo.Length > 0)
        {
            return FailureReason.PageUnusable;
        }

        return RedirectRules.IsSameOrigin(next, url) ? next : FailureReason.RedirectRefused;
    }

    private static string? TextAt(JsonElement body, string pointer) =>
        PageItems.At(body, pointer) switch
        {
            { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } value => value,
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };
}
