using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>
/// Compares our JSON with a recording: masked values match anything, and equal placeholders match equal values.
/// </summary>
internal sealed class Snapshot
{
    // A mask without brackets replaces a time, or a header that repeats its own name.
    private static readonly string[] AnyValue =
    [
        "date",
        "datetime",
        "timestamp",
        "start-date",
        "stop-date",
        "start-time",
        "entered-time",
        "map_run_arn",
        "RandomNumberGenerated",
        "executionSucceededEventDetails.output",
        "stateExitedEventDetails.output",
    ];

    private static readonly string[] NotCompared = ["SdkHttpMetadata", "SdkResponseMetadata", "RedriveCount", "redriveCount"];

    // Members that AWS added to its answers after the older recordings.
    private static readonly string[] AddedLater = ["encryptionConfiguration"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The first difference, or null.</summary>
    public string? Difference(JsonElement expected, JsonElement actual, string path = "$", bool parsesText = true)
    {
        if (expected.ValueKind == JsonValueKind.String && (AnyValue.Contains(expected.GetString()) || IsTime(expected, actual)))
        {
            return null;
        }

        // The recording parsed strings that look like objects (and a few others), but not strings within parsed ones.
        var text = parsesText && actual.ValueKind == JsonValueKind.String ? actual.GetString()! : "";
        if ((text.StartsWith('{') || expected.ValueKind != JsonValueKind.String) && TryParse(text, out var parsed))
        {
            actual = parsed;
            parsesText = false;
        }
        else if (
            text.StartsWith('[')
            && expected.GetString()!.StartsWith('[')
            && TryParse(text, out var ours)
            && TryParse(expected.GetString()!, out var theirs)
        )
        {
            // AWS kept the white space of the input until spring 2024 and removes it since then; the recordings have both.
            return Difference(theirs, ours, path, parsesText: false);
        }

        return (expected.ValueKind, actual.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => Objects(expected, actual, path, parsesText),
            (JsonValueKind.Array, JsonValueKind.Array) => Arrays(expected, actual, path, parsesText),
            (JsonValueKind.String, JsonValueKind.String) => Text(expected.GetString()!, actual.GetString()!, path),
            (JsonValueKind.Number, JsonValueKind.Number) => expected.GetDouble().Equals(actual.GetDouble())
                ? null
                : Unequal(expected, actual, path),
            _ => expected.ValueKind == actual.ValueKind ? null : Unequal(expected, actual, path),
        };
    }

    /// <summary>Whether a mask such as <c>creation-date</c> stands for a time, and there is one.</summary>
    private static bool IsTime(JsonElement mask, JsonElement actual) =>
        Regex.IsMatch(mask.GetString()!, "^([a-z]+-)*(date|time|datetime|timestamp)$", RegexOptions.ExplicitCapture)
        && (
            actual.ValueKind == JsonValueKind.Number || (actual.ValueKind == JsonValueKind.String && actual.TryGetDateTime(out _))
        );

    /// <summary>Compares strings with placeholders.</summary>
    public string? Text(string expected, string actual, string path)
    {
        if (expected == actual || AnyValue.Contains(expected))
        {
            return null;
        }

        if (
            expected.StartsWith('[')
            && actual.StartsWith('[')
            && TryParse(expected, out var theirs)
            && TryParse(actual, out var ours)
        )
        {
            return Difference(theirs, ours, path, parsesText: false);
        }

        if (!expected.Contains('<', StringComparison.Ordinal))
        {
            return path.Contains("timestamp", StringComparison.OrdinalIgnoreCase)
                ? null
                : $"{path}: expected {expected}, was {actual}";
        }

        var names = new List<string>();
        var pattern = Regex.Replace(
            Regex.Escape(expected),
            @"<[\w\\ ./:?~-]+?>",
            match =>
            {
                names.Add(Regex.Unescape(match.Value));
                return "(.+?)";
            }
        );
        // Placeholders next to each other must not make the search exponential.
        var found = Regex.Match(actual, $"^{pattern}$", RegexOptions.Singleline | RegexOptions.NonBacktracking);
        if (!found.Success)
        {
            return $"{path}: expected {expected}, was {actual}";
        }

        for (var index = 0; index < names.Count; index++)
        {
            var value = found.Groups[index + 1].Value;
            if (
                names[index].EndsWith("time>", StringComparison.Ordinal)
                || names[index].Contains("timestamp", StringComparison.Ordinal)
            )
            {
                continue;
            }

            if (_values.TryGetValue(names[index], out var known) && known != value)
            {
                return $"{path}: {names[index]} was {known} before, now {value}";
            }

            _values[names[index]] = value;
        }

        return null;
    }

    private static bool TryParse(string text, out JsonElement parsed)
    {
        try
        {
            parsed = JsonElement.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            parsed = default;
            return false;
        }
    }

    private string? Objects(JsonElement expected, JsonElement actual, string path, bool parsesText)
    {
        foreach (var member in expected.EnumerateObject())
        {
            if (NotCompared.Contains(member.Name))
            {
                continue;
            }

            if (!actual.TryGetProperty(member.Name, out var value))
            {
                return $"{path}: missing {member.Name}: {member.Value}";
            }

            if (
                !member.Name.Contains("timestamp", StringComparison.OrdinalIgnoreCase)
                && Difference(member.Value, value, $"{path}.{member.Name}", parsesText) is { } difference
            )
            {
                return difference;
            }
        }

        foreach (var member in actual.EnumerateObject())
        {
            if (
                !NotCompared.Contains(member.Name)
                && !AddedLater.Contains(member.Name)
                && !expected.TryGetProperty(member.Name, out _)
            )
            {
                return $"{path}: unexpected {member.Name}: {member.Value}";
            }
        }

        return null;
    }

    private string? Arrays(JsonElement expected, JsonElement actual, string path, bool parsesText)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
        {
            return $"{path}: expected {expected.GetArrayLength()} elements, was {actual.GetArrayLength()}: {actual}";
        }

        for (var index = 0; index < expected.GetArrayLength(); index++)
        {
            if (Difference(expected[index], actual[index], $"{path}[{index}]", parsesText) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static string Unequal(JsonElement expected, JsonElement actual, string path) =>
        $"{path}: expected {expected.GetRawText()}, was {actual.GetRawText()}";
}
