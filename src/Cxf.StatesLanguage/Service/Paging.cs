using System.Text;

namespace Cxf.StatesLanguage.Service;

/// <summary>
/// Splits listings into pages. A token names its listing and the last item of the page, so that the next page begins behind that
/// item even when items have been added or have gone.
/// </summary>
internal static class Paging
{
    /// <summary>The longest token of most listings (API model, PageToken).</summary>
    public const int PageTokenCharacters = 1_024;

    /// <summary>The longest token of ListExecutions (API model, ListExecutionsPageToken).</summary>
    public const int ExecutionsTokenCharacters = 3_096;

    /// <param name="ordered">The items in the order of their positions.</param>
    /// <param name="position">The position of an item; positions are compared as text.</param>
    /// <param name="maxResults">The number of items that the request asks for.</param>
    /// <param name="token">The token of the page before.</param>
    /// <param name="listing">What is listed.</param>
    /// <param name="maxToken">The longest token.</param>
    /// <param name="descending">Whether positions fall.</param>
    public static (IReadOnlyList<T> Items, string? NextToken) Take<T>(
        IEnumerable<T> ordered,
        Func<T, string> position,
        int? maxResults,
        string? token,
        string listing,
        int maxToken,
        bool descending = false
    )
    {
        var size = RequestMember.CheckMaxResults(maxResults, ServiceLimits.PageItems, ServiceLimits.DefaultPageItems);
        var last = token is null ? null : LastOf(token, listing, maxToken);
        var items = new List<T>();
        foreach (var item in ordered)
        {
            if (last is not null && IsBefore(position(item), last, descending))
            {
                continue;
            }

            if (items.Count == size)
            {
                return (items, Token(position(items[^1]), listing));
            }

            items.Add(item);
        }

        return (items, null);
    }

    /// <summary>A number as a position: longer numbers sort after shorter ones.</summary>
    public static string Position(long number) => number.ToString("D19", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsBefore(string position, string last, bool descending)
    {
        var order = string.CompareOrdinal(position, last);
        return descending ? order >= 0 : order <= 0;
    }

    private static string Token(string last, string listing) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{listing}|{last}"));

    private static string LastOf(string token, string listing, int maxToken)
    {
        RequestMember.CheckLength("nextToken", token, maxToken, 1);
        var buffer = new byte[token.Length];
        return
            Convert.TryFromBase64String(token, buffer, out var length)
            && Encoding.UTF8.GetString(buffer, 0, length) is var text
            && text.StartsWith($"{listing}|", StringComparison.Ordinal)
            ? text[(listing.Length + 1)..]
            : throw ApiErrors.InvalidToken();
    }
}
