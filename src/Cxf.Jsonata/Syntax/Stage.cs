namespace Cxf.Jsonata.Syntax;

/// <summary>What happens to a step's result before the next step: a predicate, or the binding of an index.</summary>
internal sealed record Stage(SyntaxNode? Predicate, string? IndexVariable, int Position);
