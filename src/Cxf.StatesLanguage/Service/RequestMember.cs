namespace Cxf.StatesLanguage.Service;

/// <summary>The rules of the API model for members of requests; AWS checks them before anything else.</summary>
internal static class RequestMember
{
    private const int DescriptionCharacters = 256;

    public static string Required(string? value, string member) => value ?? throw ApiErrors.Missing(member);

    public static void CheckName(string name) => CheckLength("name", name, ServiceLimits.NameCharacters, 1);

    public static void CheckDescription(string member, string? description)
    {
        if (description is not null)
        {
            CheckLength(member, description, DescriptionCharacters);
        }
    }

    public static void CheckOptionalLength(string member, string? value, int maximum)
    {
        if (value is not null)
        {
            CheckLength(member, value, maximum);
        }
    }

    public static void CheckLength(string member, string value, int maximum, int minimum = 0)
    {
        if (value.Length > maximum || value.Length < minimum)
        {
            var bound = value.Length > maximum ? $"less than or equal to {maximum}" : $"greater than or equal to {minimum}";
            throw ApiErrors.Constraint(member, value, $"Member must have length {bound}");
        }
    }

    /// <summary>The number of results that a request asks for; <paramref name="fallback"/> where it does not say.</summary>
    public static int CheckMaxResults(int? maxResults, int maximum, int fallback)
    {
        if (maxResults < 0)
        {
            throw ApiErrors.Negative("maxResults", maxResults.Value);
        }

        if (maxResults > maximum)
        {
            throw ApiErrors.TooLarge("maxResults", maxResults.Value, maximum);
        }

        return maxResults is null or 0 ? fallback : maxResults.Value;
    }
}
