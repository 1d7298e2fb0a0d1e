namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>A function definition: the value is the function with the variables and the context around it.</summary>
internal sealed class LambdaEvaluator(LambdaBody body) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) =>
        new(new LambdaFunction(body, frame, input));
}
