namespace Cxf.ApiCalls.Paging;

/// <summary>Reads the Link header (RFC 8288 section 3).</summary>
internal static class LinkHeader
{
    /// <summary>The target of the link whose relation is <c>next</c>, or null.</summary>
    public static string? Next(string? header)
    {
        var rest = (header ?? "").AsSpan();
        while (true)
        {
            var open = rest.IndexOf('<');
            var close = rest.IndexOf('>');
            if (open < 0 || close < open)
            {
                return null;
            }

            var target = rest[(open + 1)..close];
            rest = rest[(close + 1)..];
            var parameters = rest.IndexOf('<') is >= 0 and var another ? rest[..another] : rest;
            if (IsNext(parameters))
            {
                return target.ToString();
            }
        }
    }

    private static bool IsNext(ReadOnlySpan<char> parameters)
    {
        foreach (var part in parameters.ToString().Split(';', ',').Select(part => part.Trim()))
        {
            if (
                part.StartsWith("rel", StringComparison.OrdinalIgnoreCase)
                && part.IndexOf('=') is > 0 and var equals
                && part[(equals + 1)..].Trim().Trim('"').Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase)
            )
            {
                return true;
            }
        }

        return false;
    }
}
