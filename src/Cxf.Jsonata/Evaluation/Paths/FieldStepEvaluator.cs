namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>A name as a step of a longer path.</summary>
internal sealed class FieldStepEvaluator(FieldName name) : Evaluator
{
    public FieldName Name { get; } = name;

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) => Name.Lookup(input, run);
}
