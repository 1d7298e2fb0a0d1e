namespace Cxf.Jsonata;

/// <summary>What can be known of an expression's result from the shapes of its variables.</summary>
/// <param name="Result">The shape of the result; it is never narrower than what an evaluation gives.</param>
/// <param name="Conflicts">What is provably wrong, in the order of the text.</param>
public sealed record JsonataTyping(JsonataShape Result, IReadOnlyList<JsonataConflict> Conflicts);
