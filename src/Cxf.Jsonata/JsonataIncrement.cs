namespace Cxf.Jsonata;

/// <summary>An expression that is a variable plus a constant: <c>$count + 1</c>.</summary>
/// <param name="Variable">The variable, without <c>$</c>.</param>
/// <param name="Amount">What is added; negative where it is taken away.</param>
public sealed record JsonataIncrement(string Variable, double Amount);
