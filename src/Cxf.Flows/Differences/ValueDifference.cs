using System.Text.Json;

namespace Cxf.Flows.Differences;

/// <summary>A value that differs within a part of a document.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Path">Where in the part: <c>body.phone</c>, <c>choices[0].next</c>; empty for the part itself.</param>
/// <param name="Before">The value so far; undefined when it is new.</param>
/// <param name="After">The value then; undefined when it is gone.</param>
internal sealed record ValueDifference(DifferenceKind Kind, string Path, JsonElement Before, JsonElement After)
{
    /// <summary>The most characters of a value that are shown; who wants all looks at the document.</summary>
    private const int ShownCharacters = 60;

    /// <inheritdoc />
    public override string ToString() =>
        (Path.Length == 0 ? "" : Path + " ")
        + Kind switch
        {
            DifferenceKind.Added => $"is {Show(After)}, which is new",
            DifferenceKind.Removed => $"{Show(Before)} is gone",
            _ => $"{Show(Before)} becomes {Show(After)}",
        };

    private static string Show(JsonElement value)
    {
        var text = value.GetRawText();
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= ShownCharacters ? line : line[..ShownCharacters] + "…";
    }
}
