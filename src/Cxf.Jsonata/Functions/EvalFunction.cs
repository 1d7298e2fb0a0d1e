using Cxf.Jsonata.Compilation;
using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Parsing;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>
/// <c>$eval</c>: evaluates a string with the variables that are visible at the call. Step Functions does not have it.
/// </summary>
internal sealed class EvalFunction() : BuiltInFunction(Name, "<sx?:x>", 2, Evaluate)
{
    public new const string Name = "eval";

    public override JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run)
    {
        if (arguments.Length == 1)
        {
            // Without a context argument the expression gets the context of the call.
            arguments = [arguments[0], input];
        }
        else if (arguments.Length > 1)
        {
            arguments[1] = Wrap(arguments[1]);
        }

        return base.Invoke(arguments, input, run);
    }

    private static JsonataValue Wrap(in JsonataValue context) =>
        context.IsArray && !Sequences.IsSequence(context)
            ? new JsonataValue(new ItemArray([context], ArrayTraits.Sequence | ArrayTraits.OuterWrapper))
            : context;

    private static JsonataValue Evaluate(JsonataValue[] arguments, Run run)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var site = run.EvalSite;
        var scope = new Scope(site?.Scope);
        var evaluator = Compile(arguments[0].AsString(), scope, run);
        var depth = run.Depth;
        try
        {
            return evaluator.Evaluate(arguments[1], Frame.Unbound(site?.Frame, scope.Count), run);
        }
        catch (JsonataException error) when (error.Code != Limits.LimitErrors.Code)
        {
            run.Depth = depth;
            throw Errors.Evaluation("D3121", JsonataValue.From(error.Message));
        }
    }

    private static Evaluator Compile(string text, Scope scope, Run run)
    {
        try
        {
            return Compiler.Compile(Parser.Parse(text), run.Options, scope);
        }
        catch (JsonataException error) when (error.Code != Limits.LimitErrors.Code)
        {
            throw Errors.Evaluation("D3120", JsonataValue.From(error.Message));
        }
    }
}
