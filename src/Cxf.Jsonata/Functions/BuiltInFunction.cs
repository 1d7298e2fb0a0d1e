using Cxf.Jsonata.Evaluation;
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
    private readonly Signature _signature = Signature.Parse(signature);

    public string Name { get; } = name;

    public override int Arity { get; } = arity;

    /// <summary>Whether a call with so many arguments may take the context for one that is missing.</summary>
    public bool MayTakeContext(int arguments) => _signature.MayTakeContext(arguments);

    public override JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run)
    {
        run.Tick();
        return body(_signature.Bind(arguments, input), run);
    }
}
