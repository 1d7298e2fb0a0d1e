namespace Cxf.Jsonata;

/// <summary>
/// One place at the top level of an expression where it reads its input: <c>$</c>, <c>$$</c>, a bare field name, a wildcard.
/// Step Functions refuses these, because a state's expressions have no input of their own (they start at <c>$states</c>).
/// </summary>
/// <param name="Text">What stands there: <c>$</c>, <c>$$</c>, <c>*</c>, <c>**</c> or the field name without quotes.</param>
/// <param name="Start">Where it starts in the expression's text, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
public sealed record JsonataContextReference(string Text, int Start, int Length);
