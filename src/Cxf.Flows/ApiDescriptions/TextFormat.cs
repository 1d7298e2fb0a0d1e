using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>The formats of texts in JSON Schema that are compared; every text fits any other format.</summary>
internal static partial class TextFormat
{
    /// <summary>A text that has the format; null for a format that is not compared.</summary>
    public static string? Example(string? format) =>
        format switch
        {
            "date" => "2026-01-31",
            "date-time" => "2026-01-31T12:00:00Z",
            "email" => "name@example.com",
            "uuid" => "123e4567-e89b-12d3-a456-426614174000",
            "uri" or "url" => "https://example.com/path",
            "ipv4" => "192.0.2.1",
            _ => null,
        };

    /// <summary>Whether a text has the format.</summary>
    public static bool Fits(string format, string text) =>
        format switch
        {
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => DateTimePattern().IsMatch(text),
            "email" => EmailPattern().IsMatch(text),
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "uri" or "url" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "ipv4" => text.Count(character => character == '.') == 3 && IPAddress.TryParse(text, out _),
            _ => true,
        };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DateTimePattern();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+$", RegexOptions.CultureInvariant)]
    private static partial Regex EmailPattern();
}
