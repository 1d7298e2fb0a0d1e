using System.Text.Json;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath.Functions;

/// <summary>An intrinsic function and how many arguments it takes.</summary>
internal sealed record IntrinsicFunction(
    int MinArguments,
    int MaxArguments,
    Func<IEvaluationContext, JsonElement[], JsonElement> Run
);

/// <summary>A call of an intrinsic function.</summary>
internal sealed class FunctionCall(string name, IntrinsicFunction function, IReadOnlyList<IJsonPathValue> arguments)
    : IJsonPathValue
{
    public IEnumerable<string> Variables => arguments.SelectMany(static argument => argument.Variables);

    public JsonElement Evaluate(IEvaluationContext context, JsonElement data, string field)
    {
        var values = new JsonElement[arguments.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = arguments[index].Evaluate(context, data, field);
        }

        try
        {
            return function.Run(context, values);
        }
        catch (IntrinsicFailureException failure)
        {
            throw new StateFailedException(
                new StateError(
                    ErrorNames.IntrinsicFailure,
                    context.Describe(
                        $"The intrinsic function '{name}' specified for the field '{field}' failed: {failure.Message}"
                    )
                )
            );
        }
    }
}

/// <summary>An argument that is written in the call.</summary>
internal sealed class LiteralArgument(JsonElement value) : IJsonPathValue
{
    public IEnumerable<string> Variables => [];

    public JsonElement Evaluate(IEvaluationContext context, JsonElement data, string field) => value;
}

/// <summary>An intrinsic function that cannot work with its arguments.</summary>
internal sealed class IntrinsicFailureException(string message) : Exception(message);
