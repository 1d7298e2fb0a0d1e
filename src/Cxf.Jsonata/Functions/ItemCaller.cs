using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>
/// Calls one function repeatedly with an item, its index or name, and the collection, as many of them as it accepts.
/// </summary>
internal readonly struct ItemCaller
{
    private const int MaxArguments = 3;
    private readonly JsonataValue _function;
    private readonly JsonataValue _whole;
    private readonly JsonataValue[] _arguments;
    private readonly Run _run;

    public ItemCaller(in JsonataValue function, in JsonataValue whole, Run run)
    {
        _function = function;
        _whole = whole;
        _run = run;
        _arguments = new JsonataValue[Math.Clamp((function.Reference as FunctionValue)?.Arity ?? 1, 1, MaxArguments)];
    }

    public JsonataValue Call(in JsonataValue item, in JsonataValue key)
    {
        // A signature may have changed the arguments of the previous call.
        _arguments[0] = item;
        if (_arguments.Length > 1)
        {
            _arguments[1] = key;
        }

        if (_arguments.Length == MaxArguments)
        {
            _arguments[2] = _whole;
        }

        return Invocation.Call(_function, _arguments, JsonataValue.Null, _run);
    }
}
