using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>A function with some arguments given; null is one that is still open.</summary>
internal sealed class PartialFunction(FunctionValue function, JsonataValue?[] given) : FunctionValue
{
    public override int Arity { get; } = given.Count(argument => argument is null);

    public override JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run)
    {
        Limits.StackGuard.Check();
        var all = new JsonataValue[given.Length];
        var next = 0;
        for (var index = 0; index < all.Length; index++)
        {
            all[index] = given[index] ?? (next < arguments.Length ? arguments[next++] : default);
        }

        return Invocation.Call(function, all, run);
    }
}
