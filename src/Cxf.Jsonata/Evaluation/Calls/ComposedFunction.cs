using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>Two functions one behind the other.</summary>
internal sealed class ComposedFunction(FunctionValue first, FunctionValue second) : FunctionValue
{
    public override int Arity => 1;

    public override JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run)
    {
        Limits.StackGuard.Check();
        var value = arguments.Length > 0 ? arguments[0] : default;
        var between = Invocation.Call(first, [value], run);
        return Invocation.Call(second, [Sequences.Reduce(between, keepArray: false)], run);
    }
}
