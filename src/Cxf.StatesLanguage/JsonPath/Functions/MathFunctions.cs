using System.Text.Json;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath.Functions;

/// <summary>Intrinsic functions on numbers, and States.UUID.</summary>
internal static class MathFunctions
{
    public static JsonElement Add(JsonElement[] arguments) => Arguments.Number(arguments.IntegerAt(0) + arguments.IntegerAt(1));

    /// <summary>A random number from the first argument up to, not including, the second; repeatable with a seed.</summary>
    public static JsonElement Random(StateRun run, JsonElement[] arguments)
    {
        var (from, to) = (arguments.IntegerAt(0), arguments.IntegerAt(1));
        if (to <= from)
        {
            throw new IntrinsicFailureException("argument 2 must be greater than argument 1");
        }

        var random = arguments.Length == 3 ? new Random((int)arguments.IntegerAt(2)) : run.Execution.Random;
        return Arguments.Number(random.NextInt64(from, to));
    }

    public static JsonElement Uuid(StateRun run, JsonElement[] arguments) =>
        Arguments.Text(
            StableId.Uuid(run.Execution.Arn, $"{run.State.Name} {run.EnteredEventId}", run.Execution.Random.NextInt64()));
}
