using Cxf.Jsonata.Evaluation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Functions;

/// <summary>Calls one function again and again with an item, its index or name, and the whole; with as many of them as it takes.</summary>
internal readonly struct ItemCaller
{
    private const int MostArguments = 3;
    private readonly JsonataValue _function;
    private readonly JsonataValue _whole;
    private readonly JsonataValue[] _arguments;
    private readonly Run _run;

    public ItemCaller(in JsonataValue function, in JsonataValue whole, Run run)
    {
        _function = function;
        _whole = whole;
        _run = run;
        _arguments = new JsonataValue[Math.Clamp((function.Reference as FunctionValue)?.Arity ?? 1, 1, MostArguments)];
    }

    public JsonataValue Call(in JsonataValue item, in JsonataValue place)
    {
        // A signature may have changed the arguments of the call before.
        _arguments[0] = item;
        if (_arguments.Length > 1)
        {
            _arguments[1] = place;
        }

        if (_arguments.Length == MostArguments)
        {
            _arguments[2] = _whole;
        }

        return Invocation.Call(_function, _arguments, JsonataValue.Null, _run);
    }
}
