using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Functions;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>A function call.</summary>
internal sealed class CallEvaluator(Evaluator procedure, Evaluator[] arguments, CallPlace place, bool keepArray) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) =>
        Sequences.Reduce(EvaluateRaw(input, frame, run), keepArray);

    public override JsonataValue EvaluateRaw(in JsonataValue input, Frame frame, Run run)
    {
        var function = procedure.Evaluate(input, frame, run);
        CheckName(function, frame, run);
        return Call(function, Arguments(input, frame, run, 0), input, frame, run);
    }

    /// <summary>The call with a first argument given by <c>~&gt;</c>, whose result is the one that may stay an array.</summary>
    public JsonataValue EvaluateWith(in JsonataValue first, in JsonataValue input, Frame frame, Run run)
    {
        var function = procedure.Evaluate(input, frame, run);
        CheckName(function, frame, run);
        var values = Arguments(input, frame, run, 1);
        values[0] = first;
        return Call(function, values, input, frame, run);
    }

    /// <summary>The call as it is handed to the loop that runs tail calls.</summary>
    public FunctionCall Prepare(in JsonataValue input, Frame frame, Run run)
    {
        var function = procedure.Evaluate(input, frame, run);
        return new FunctionCall(function, Arguments(input, frame, run, 0), place.Position, place.Name);
    }

    private JsonataValue Call(in JsonataValue function, JsonataValue[] values, in JsonataValue input, Frame frame, Run run)
    {
        var depth = run.Depth;
        run.Depth = depth + place.Depth;
        if (function.Reference is EvalFunction)
        {
            run.EvalSite = new CallSite(place.Scope, frame);
        }

        try
        {
            var result = Invocation.Call(function, values, input, run);
            run.Depth = depth;
            return result;
        }
        catch (JsonataException error) when (Errors.Pass(error, place.Position, place.Name))
        {
            throw;
        }
    }

    private JsonataValue[] Arguments(in JsonataValue input, Frame frame, Run run, int offset)
    {
        if (arguments.Length + offset == 0)
        {
            return [];
        }

        var values = new JsonataValue[arguments.Length + offset];
        for (var index = 0; index < arguments.Length; index++)
        {
            values[index + offset] = arguments[index].Evaluate(input, frame, run);
        }

        return values;
    }

    /// <summary>A bare name that would be a function with <c>$</c> before it deserves a hint.</summary>
    private void CheckName(in JsonataValue function, Frame frame, Run run)
    {
        if (function.IsUndefined && place.Suggestion is { } suggestion && !suggestion.EvaluateRaw(default, frame, run).IsUndefined)
        {
            throw NameHint.For("T1005", suggestion.Name, place.Position);
        }
    }
}
