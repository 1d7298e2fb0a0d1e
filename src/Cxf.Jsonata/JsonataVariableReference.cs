namespace Cxf.Jsonata;

/// <summary>One place where an expression reads a variable that it does not bind itself.</summary>
/// <param name="Name">The name without its <c>$</c>.</param>
/// <param name="Start">Where the reference starts in the expression's text, in UTF-16 units, at the <c>$</c>.</param>
/// <param name="Length">How long it is, with the <c>$</c>.</param>
public sealed record JsonataVariableReference(string Name, int Start, int Length);
