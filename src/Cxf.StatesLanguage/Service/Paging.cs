using System.Globalization;
using System.Text;

namespace Cxf.StatesLanguage.Service;

/// <summary>Splits listings into pages. A token names its listing and the start of the next page.</summary>
internal static class Paging
{
    // API model: nextToken has 1 to 3,096 characters.
    private const int MaxTokenCharacters = 3_096;

    public static (IReadOnlyList<T> Items, string? NextToken) Take<T>(
        IReadOnlyList<T> all,
        int? maxResults,
        string? token,
        string listing
    )
    {
        var size = RequestMember.CheckMaxResults(maxResults, ServiceLimits.PageItems, ServiceLimits.DefaultPageItems);
        if (token is not null)
        {
            RequestMember.CheckLength("nextToken", token, MaxTokenCharacters, 1);
        }

        var start = token is null ? 0 : Start(token, listing);
        var end = Math.Min(start + size, all.Count);
        return (start >= all.Count ? [] : [.. all.Skip(start).Take(size)], end < all.Count ? Token(end, listing) : null);
    }

    private static string Token(int start, string listing) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{listing}|{start}"));

    private static int Start(string token, string listing)
    {
        var buffer = new byte[token.Length];
        if (
            Convert.TryFromBase64String(token, buffer, out var length)
            && Encoding.UTF8.GetString(buffer, 0, length).Split('|') is [var name, var start]
            && name == listing
            && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            return number;
        }

        throw ApiErrors.InvalidToken();
    }
}
