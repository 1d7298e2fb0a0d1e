namespace Cxf.Jsonata.Evaluation;

/// <summary>One node of a compiled expression. Immutable and shared by all evaluations; what changes is in the run.</summary>
internal abstract class Evaluator
{
    /// <summary>The node's value: a sequence of one is that one, an empty sequence is undefined.</summary>
    public abstract JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run);

    /// <summary>The value before sequences are reduced; predicates behind the node see this.</summary>
    public virtual JsonataValue EvaluateRaw(in JsonataValue input, Frame frame, Run run) => Evaluate(input, frame, run);
}
