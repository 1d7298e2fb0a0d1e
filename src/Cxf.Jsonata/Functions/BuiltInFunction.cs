using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Signatures;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>What a built-in function does with arguments that its signature has let through.</summary>
internal delegate JsonataValue BuiltInBody(JsonataValue[] arguments, Run run);

/// <summary>A function of the library.</summary>
/// <param name="name">Its name without <c>$</c>.</param>
/// <param name="signature">What it takes.</param>
/// <param name="arity">How many arguments a higher-order function gives it: the parameters of the reference's own function.</param>
/// <param name="body">What it does.</param>
internal class BuiltInFunction(string name, string signature, int arity, BuiltInBody body) : FunctionValue
{
    public string Name { get; } = name;

    public Signature Signature { get; } = Signature.Parse(signature);

    public override int Arity { get; } = arity;

    /// <summary>Whether a call with so many arguments may take the context for one that is missing.</summary>
    public bool MayTakeContext(int arguments) => Signature.MayTakeContext(arguments);

    public override JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run)
    {
        // Functions that call functions can recurse through each other without any call in the expression's own tree.
        StackGuard.Check();
        run.Tick();
        run.Depth++;
        var result = body(Signature.Bind(arguments, input), run);
        run.Depth--;
        return result;
    }
}
