using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.JsonPath.Functions;

internal static class ArrayFunctions
{
    // States Language specification, appendix B: States.ArrayRange returns at most 1,000 elements.
    private const int MaxElements = 1_000;

    public static JsonElement Array(JsonElement[] arguments) => Payload.ArrayOf(arguments).Tree;

    public static JsonElement Contains(JsonElement[] arguments) =>
        JsonElement.Parse(
            arguments.ArrayAt(0).EnumerateArray().Any(item => JsonElement.DeepEquals(item, arguments[1])) ? "true" : "false"
        );

    public static JsonElement GetItem(JsonElement[] arguments)
    {
        var array = arguments.ArrayAt(0);
        var index = arguments.IntegerAt(1);
        return index >= 0 && index < array.GetArrayLength()
            ? array[(int)index]
            : throw new IntrinsicFailureException($"the array has no element {index}");
    }

    public static JsonElement Length(JsonElement[] arguments) => Arguments.Number(arguments.ArrayAt(0).GetArrayLength());

    public static JsonElement Partition(JsonElement[] arguments)
    {
        var size = arguments.IntegerAt(1);
        return size > 0
            ? Payload
                .ArrayOf(
                    arguments
                        .ArrayAt(0)
                        .EnumerateArray()
                        .Chunk((int)Math.Min(size, int.MaxValue))
                        .Select(static chunk => Payload.ArrayOf(chunk).Tree)
                )
                .Tree
            : throw new IntrinsicFailureException("the chunk size must be positive");
    }

    public static JsonElement Range(JsonElement[] arguments)
    {
        // Wider than the arguments, so that neither their distance nor the step after the last element overflows.
        var (first, last, step) = (
            (Int128)arguments.IntegerAt(0),
            (Int128)arguments.IntegerAt(1),
            (Int128)arguments.IntegerAt(2)
        );
        if (step == 0)
        {
            throw new IntrinsicFailureException("the increment must not be 0");
        }

        if ((last - first) / step >= MaxElements)
        {
            throw new IntrinsicFailureException($"the range has more than {MaxElements} elements");
        }

        var values = new List<JsonElement>();
        for (var value = first; step > 0 ? value <= last : value >= last; value += step)
        {
            values.Add(Arguments.Number((long)value));
        }

        return Payload.ArrayOf(values).Tree;
    }

    public static JsonElement Unique(JsonElement[] arguments)
    {
        var unique = new List<JsonElement>();
        foreach (var item in arguments.ArrayAt(0).EnumerateArray())
        {
            if (!unique.Exists(known => JsonElement.DeepEquals(known, item)))
            {
                unique.Add(item);
            }
        }

        return Payload.ArrayOf(unique).Tree;
    }
}
