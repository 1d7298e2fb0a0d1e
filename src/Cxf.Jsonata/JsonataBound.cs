namespace Cxf.Jsonata;

/// <summary>A limit that an expression's truth puts on one variable: <c>$count &lt; 5</c>.</summary>
/// <param name="Variable">The variable, without <c>$</c>.</param>
/// <param name="IsUpper">Whether the variable lies below the limit; else above.</param>
/// <param name="Limit">The limit.</param>
/// <param name="IsIncluded">Whether the variable may be the limit itself.</param>
public sealed record JsonataBound(string Variable, bool IsUpper, double Limit, bool IsIncluded);
