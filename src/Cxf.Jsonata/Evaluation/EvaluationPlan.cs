using Cxf.Jsonata.Compilation;
using Cxf.Jsonata.Evaluation.Paths;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Syntax;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>A compiled expression with the objects that its evaluations reuse.</summary>
internal sealed class EvaluationPlan
{
    private readonly Evaluator _evaluator;
    private readonly Scope _scope;
    private readonly JsonataOptions _options;
    private readonly int _leastDepth;
    private Run? _idle;

    private EvaluationPlan(SyntaxNode syntax, Evaluator evaluator, Scope scope, JsonataOptions options)
    {
        _leastDepth = LeastDepth.Of(syntax);
        _evaluator = evaluator;
        _scope = scope;
        _options = options;
    }

    public static EvaluationPlan For(SyntaxNode syntax, JsonataOptions options)
    {
        var scope = new Scope(null);
        return new EvaluationPlan(syntax, Compiler.Compile(syntax, options, scope), scope, options);
    }

    public JsonataValue Evaluate(in JsonataValue input, JsonataBindings? bindings, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var run = Interlocked.Exchange(ref _idle, null) ?? new Run(_options);
        run.Begin(input, bindings, cancellation);
        var context = input.IsArray
            ? new JsonataValue(new ItemArray([input], ArrayTraits.Sequence | ArrayTraits.OuterWrapper))
            : input;
        if (_leastDepth > _options.Limits.Depth)
        {
            throw LimitErrors.TooDeep();
        }

        var result = _evaluator.Evaluate(context, _scope.Count == 0 ? Frame.Empty : Frame.Unbound(null, _scope.Count), run);
        if (run.HasUnusualNumber && _options.Dialect == JsonataDialect.StepFunctions)
        {
            result = UnusualNumbers.AsTexts(TupleStream.Values(result), run);
        }

        run.End();
        Volatile.Write(ref _idle, run);
        return Unwrap(result);
    }

    private static JsonataValue Unwrap(in JsonataValue result) => ContextEvaluator.Unwrap(TupleStream.Values(result));
}
