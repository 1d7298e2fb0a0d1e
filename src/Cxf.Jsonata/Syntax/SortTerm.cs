namespace Cxf.Jsonata.Syntax;

/// <summary>One key of an order-by.</summary>
internal sealed record SortTerm(SyntaxNode Expression, bool Descending);
