namespace Cxf.Jsonata.RegularExpressions;

/// <summary>A match: for the whole and for each group its start and end, or below 0 for a group that did not match.</summary>
internal sealed class PatternMatch(string text, int[] bounds)
{
    public int Start => bounds[0];

    public int End => bounds[1];

    public string Value => text[Start..End];

    /// <summary>The number of groups.</summary>
    public int Groups => (bounds.Length / 2) - 1;

    /// <summary>What a group matched, from 1; null if it did not.</summary>
    public string? Group(int number) =>
        bounds[2 * number] is var start && start < 0 ? null : text[start..bounds[(2 * number) + 1]];
}
