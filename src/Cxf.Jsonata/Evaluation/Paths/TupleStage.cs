namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>A predicate, or the binding of the index, behind a step that binds variables.</summary>
internal readonly record struct TupleStage(Predicate? Predicate, int IndexSlot);
