namespace Cxf.Graphs.Drawing;

/// <summary>A drawing whose pieces can be replaced by themselves: its title, its style, and each line and node.</summary>
/// <param name="Width">In units of the drawing.</param>
/// <param name="Height">In units of the drawing.</param>
/// <param name="Pieces">Elements, each complete, in the order in which they are drawn.</param>
public sealed record SvgPieces(int Width, int Height, IReadOnlyList<string> Pieces)
{
    /// <summary>The attributes of the <c>svg</c> element.</summary>
    public IReadOnlyDictionary<string, object> Attributes { get; } =
        new OrderedDictionary<string, object>
        {
            ["xmlns"] = "http://www.w3.org/2000/svg",
            ["class"] = "cxf-graph",
            ["role"] = "graphics-document document",
            ["aria-roledescription"] = "flow diagram",
            ["aria-labelledby"] = "graph-title graph-desc",
            ["viewBox"] = FormattableString.Invariant($"0 0 {Width} {Height}"),
            ["width"] = FormattableString.Invariant($"{Width}"),
            ["height"] = FormattableString.Invariant($"{Height}"),
        };

    /// <summary>The drawing as one text.</summary>
    public override string ToString()
    {
        var attributes = string.Join(' ', Attributes.Select(attribute => $"{attribute.Key}=\"{attribute.Value}\""));
        return $"<svg {attributes}>\n{string.Concat(Pieces)}</svg>\n";
    }
}
