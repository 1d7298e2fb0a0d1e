namespace Cxf.Jsonata.Syntax;

/// <summary>The grouping <c>{key: value}</c> behind an expression.</summary>
internal sealed record GroupClause(PairNode[] Pairs, int Position);
