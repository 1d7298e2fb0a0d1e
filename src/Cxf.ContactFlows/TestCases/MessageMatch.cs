using System.Text.Json;

namespace Cxf.ContactFlows.TestCases;

/// <summary>Whether a message is the expected one.</summary>
internal static class MessageMatch
{
    /// <summary>
    /// The share of common words from which on two messages are similar. Amazon Connect compares their meaning and does not
    /// publish how; words are what can be compared here.
    /// </summary>
    private const double Similar = 0.7;

    /// <param name="properties">The properties of the MessageReceived event.</param>
    /// <param name="heard">What the caller hears.</param>
    /// <param name="fill">Replaces references in the expected text.</param>
    public static bool Holds(JsonElement properties, string heard, Func<string, string> fill)
    {
        if (Expected(properties) is not { } text)
        {
            return false;
        }

        var expected = Words(fill(text));
        var actual = Words(heard);
        return
            ContactFlowJson.Member(properties, "MatchingCriteria") is { } criteria
            && ContactFlowJson.Text(criteria, "Type") == "Inclusion"
            ? $" {string.Join(' ', actual)} ".Contains($" {string.Join(' ', expected)} ", StringComparison.Ordinal)
            : Share(expected, actual) >= Similar;
    }

    /// <summary>The expected text; recordings are matched by their names.</summary>
    public static string? Expected(JsonElement properties) =>
        ContactFlowJson.Text(properties, "Text")
        ?? (ContactFlowJson.Text(properties, "SSML") is { } markup ? Actions.Markup.Plain(markup) : null)
        ?? (ContactFlowJson.Text(properties, "PromptId") is { } id ? Actions.Prompt.Recorded(id) : null)
        ?? (
            ContactFlowJson.Member(properties, "Media") is { } media && ContactFlowJson.Text(media, "Uri") is { } uri
                ? Actions.Prompt.Recording(uri)
                : null
        );

    private static double Share(string[] expected, string[] actual)
    {
        var left = actual.CountBy(word => word).ToDictionary();
        var common = 0;
        foreach (var word in expected)
        {
            if (left.GetValueOrDefault(word) > 0)
            {
                left[word]--;
                common++;
            }
        }

        return expected.Length + actual.Length == 0 ? 0 : 2.0 * common / (expected.Length + actual.Length);
    }

    private static string[] Words(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
}
