namespace Cxf.Jsonata.Evaluation;

/// <summary>A value that stands in the text.</summary>
internal sealed class LiteralEvaluator(JsonataValue value) : Evaluator
{
    public JsonataValue Value { get; } = value;

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) => Value;
}
