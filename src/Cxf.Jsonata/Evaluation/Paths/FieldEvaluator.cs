namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>A path of one name.</summary>
internal sealed class FieldEvaluator(FieldName name) : Evaluator
{
    public FieldName Name { get; } = name;

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        if (!input.IsArray)
        {
            return Name.Of(input);
        }

        var collector = new StepCollector(run, isLast: true);
        Name.CollectStep(input, ref collector, run);
        return collector.ToResult();
    }
}
