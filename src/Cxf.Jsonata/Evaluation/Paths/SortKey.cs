namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>One key of an order-by.</summary>
internal readonly record struct SortKey(Evaluator Expression, bool Descending);
