namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>The key and the value of one group.</summary>
internal readonly record struct GroupPair(Evaluator Key, Evaluator Value);
