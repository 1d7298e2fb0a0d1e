using System.Text.Json;
using Cxf.StatesLanguage.Evaluation;

namespace Cxf.StatesLanguage.JsonPath.Functions;

/// <summary>Intrinsic functions on numbers, and States.UUID.</summary>
internal static class MathFunctions
{
    public static JsonElement Add(JsonElement[] arguments) => Arguments.Number(arguments.IntegerAt(0) + arguments.IntegerAt(1));

    /// <summary>A random number from the first argument up to, not including, the second; repeatable with a seed.</summary>
    public static JsonElement Random(IEvaluationContext context, JsonElement[] arguments)
    {
        var (from, to) = (arguments.IntegerAt(0), arguments.IntegerAt(1));
        if (to <= from)
        {
            throw new IntrinsicFailureException("argument 2 must be greater than argument 1");
        }

        var random = arguments.Length == 3 ? new Random((int)arguments.IntegerAt(2)) : context.Random;
        return Arguments.Number(random.NextInt64(from, to));
    }

    public static JsonElement Uuid(IEvaluationContext context, JsonElement[] arguments) => Arguments.Text(context.NewUuid());
}
