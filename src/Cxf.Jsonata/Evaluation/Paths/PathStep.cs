namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>One step of a path that binds nothing.</summary>
/// <param name="Expression">What is evaluated for each item.</param>
/// <param name="Predicates">What its result must satisfy.</param>
internal sealed record PathStep(Evaluator Expression, Predicate[] Predicates)
{
    /// <summary>The name, where the step is one; then no call through the evaluator is needed.</summary>
    public FieldName? Field { get; } = (Expression as FieldStepEvaluator)?.Name;
}
