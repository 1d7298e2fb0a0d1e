namespace Cxf.Jsonata;

/// <summary>A bound on one variable that follows from the result of an expression: <c>$count &lt; 5</c>.</summary>
/// <param name="Variable">The variable, without <c>$</c>.</param>
/// <param name="IsUpper">Whether the variable is below the limit; otherwise it is above.</param>
/// <param name="Limit">The limit.</param>
/// <param name="IsIncluded">Whether the variable may equal the limit.</param>
public sealed record JsonataBound(string Variable, bool IsUpper, double Limit, bool IsIncluded);

/// <summary>An expression that is a variable plus a constant: <c>$count + 1</c>.</summary>
/// <param name="Variable">The variable, without <c>$</c>.</param>
/// <param name="Amount">The amount that is added; negative if it is subtracted.</param>
public sealed record JsonataIncrement(string Variable, double Amount);
