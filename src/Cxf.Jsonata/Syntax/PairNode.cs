namespace Cxf.Jsonata.Syntax;

/// <summary>One key and its value in an object constructor or grouping.</summary>
internal sealed record PairNode(SyntaxNode Key, SyntaxNode Value);
