using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>A call with <c>?</c> for some arguments: a function of those. A missing evaluator is such a place.</summary>
internal sealed class PartialEvaluator(Evaluator procedure, Evaluator?[] arguments, CallPlace place) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var given = new JsonataValue?[arguments.Length];
        for (var index = 0; index < arguments.Length; index++)
        {
            given[index] = arguments[index]?.Evaluate(input, frame, run);
        }

        var function = procedure.Evaluate(input, frame, run);
        if (function.Reference is FunctionValue callee)
        {
            return new JsonataValue(new PartialFunction(callee, given));
        }

        if (function.IsUndefined && place.Suggestion is { } suggestion && !suggestion.EvaluateRaw(default, frame, run).IsUndefined)
        {
            throw NameHint.For("T1007", suggestion.Name, place.Position);
        }

        var error = Errors.Evaluation("T1008");
        Errors.Locate(error, place.Position, place.Name);
        throw error;
    }
}
