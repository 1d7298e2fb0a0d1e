using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Signatures;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>A function that the caller of the library provides.</summary>
internal sealed class HostFunction(Signature signature, Func<IReadOnlyList<JsonataValue>, JsonataValue> body) : FunctionValue
{
    public override int Arity { get; } = signature.Parameters.Count;

    public override JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run)
    {
        StackGuard.Check();
        run.Tick();
        return body(signature.Bind(arguments, input));
    }
}
