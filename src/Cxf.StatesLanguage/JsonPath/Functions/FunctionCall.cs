using System.Text.Json;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath.Functions;

/// <summary>A call of an intrinsic function.</summary>
internal sealed class FunctionCall(
    string name, IntrinsicFunction function, IReadOnlyList<IJsonPathValue> arguments)
    : IJsonPathValue
{
    public JsonElement Evaluate(StateRun run, JsonElement data, string field)
    {
        var values = new JsonElement[arguments.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = arguments[index].Evaluate(run, data, field);
        }

        try
        {
            return function.Run(run, values);
        }
        catch (IntrinsicFailureException failure)
        {
            throw new StateFailedException(new StateError(
                ErrorNames.IntrinsicFailure, run.Describe(
                    $"The intrinsic function '{name}' specified for the field '{field}' failed: {failure.Message}")));
        }
    }
}
