using System.Globalization;
using System.Text;

namespace Cxf.StatesLanguage.Service;

/// <summary>Cuts listings into pages. A token holds the listing it is for and where the next page starts.</summary>
internal static class Paging
{
    // API model: nextToken has 1 to 3,096 characters.
    private const int MostTokenCharacters = 3_096;

    public static (
        IReadOnlyList<T> Items, string? NextToken) Take<T>(IReadOnlyList<T> all, int? maxResults, string? token, string listing)
    {
        if (maxResults < 0)
        {
            throw ApiErrors.Negative("maxResults", maxResults.Value);
        }

        if (maxResults > ServiceLimits.PageItems)
        {
            throw ApiErrors.TooLarge("maxResults", maxResults.Value, ServiceLimits.PageItems);
        }

        if (token?.Length > MostTokenCharacters)
        {
            throw ApiErrors.Validation(
                $"1 validation error detected: Value '{token}' at 'nextToken' failed to satisfy constraint: Member must have length less than or equal to {MostTokenCharacters}");
        }

        var start = token is null ? 0 : Start(token, listing);
        var size = maxResults is null or 0 ? ServiceLimits.DefaultPageItems : maxResults.Value;
        var end = Math.Min(start + size, all.Count);
        return (start >= all.Count ? [] : [.. all.Skip(start).Take(size)], end < all.Count ? Token(end, listing) : null);
    }

    private static string Token(int start, string listing) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{listing}|{start}"));

    private static int Start(string token, string listing)
    {
        var buffer = new byte[token.Length];
        if (Convert.TryFromBase64String(token, buffer, out var length)
            && Encoding.UTF8.GetString(buffer, 0, length).Split('|') is [var name, var start]
            && name == listing
            && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        throw ApiErrors.InvalidToken();
    }
}
