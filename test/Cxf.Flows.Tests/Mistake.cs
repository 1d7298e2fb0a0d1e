namespace Cxf.Flows.Tests;

/// <summary>A document made wrong in one place, and its diagnostics.</summary>
/// <param name="Right">The document before.</param>
/// <param name="Changed">Where it is changed, as a JSON pointer.</param>
/// <param name="Json">What is put there; null removes what is there.</param>
/// <param name="Code">The code that is reported.</param>
/// <param name="Pointer">Where it is reported.</param>
public sealed record Mistake(string Right, string Changed, string? Json, string Code, string Pointer)
{
    /// <summary>The wrong document.</summary>
    public string Document => Documents.With(Changed, Json, Right);

    /// <inheritdoc />
    public override string ToString() => $"{Code} {Changed} = {Json}";
}
