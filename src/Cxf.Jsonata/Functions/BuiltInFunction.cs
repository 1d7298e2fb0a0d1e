using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Signatures;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>The implementation of a built-in function; its signature has checked the arguments.</summary>
internal delegate JsonataValue BuiltInBody(JsonataValue[] arguments, Run run);

/// <summary>A function of the library.</summary>
/// <param name="name">Its name without <c>$</c>.</param>
/// <param name="signature">Its parameters.</param>
/// <param name="arity">The number of arguments that a higher-order function passes to it: the parameters of the reference's
/// function.</param>
/// <param name="body">The implementation.</param>
internal class BuiltInFunction(string name, string signature, int arity, BuiltInBody body) : FunctionValue
{
    public string Name { get; } = name;

    public Signature Signature { get; } = Signature.Parse(signature);

    public override int Arity { get; } = arity;

    /// <summary>Whether a call with this number of arguments may use the context for a missing one.</summary>
    public bool MayTakeContext(int arguments) => Signature.MayTakeContext(arguments);

    public override JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run)
    {
        // Functions that call functions can recurse through each other without a call in the expression itself.
        StackGuard.Check();
        run.Tick();
        foreach (ref readonly var argument in arguments.AsSpan())
        {
            // Any function may read all of an argument.
            run.Work(Run.SizeOf(argument));
        }

        run.Depth++;
        var result = body(Signature.Bind(arguments, input), run);
        run.Depth--;
        return result;
    }
}
