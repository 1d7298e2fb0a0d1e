namespace Cxf.Jsonata;

/// <summary>A read of a variable that the expression does not bind itself.</summary>
/// <param name="Name">The name without its <c>$</c>.</param>
/// <param name="Start">Where the reference starts in the expression's text, in UTF-16 units, at the <c>$</c>.</param>
/// <param name="Length">How long it is, with the <c>$</c>.</param>
public sealed record JsonataVariableReference(string Name, int Start, int Length);

/// <summary>
/// A read of the input at the top level of an expression: <c>$</c>, <c>$$</c>, a bare field name, a wildcard. Step Functions
/// rejects these, because a state's expressions have no input of their own (they start at <c>$states</c>).
/// </summary>
/// <param name="Text">The text: <c>$</c>, <c>$$</c>, <c>*</c>, <c>**</c> or the field name without quotes.</param>
/// <param name="Start">Where it starts in the expression's text, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
public sealed record JsonataContextReference(string Text, int Start, int Length);
