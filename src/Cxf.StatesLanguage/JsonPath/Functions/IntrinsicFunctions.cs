using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Functions;

/// <summary>The 18 intrinsic functions (States Language specification, appendix B).</summary>
internal static class IntrinsicFunctions
{
    public static IReadOnlyDictionary<string, IntrinsicFunction> All { get; } =
        new Dictionary<string, IntrinsicFunction>(StringComparer.Ordinal)
        {
            ["States.Array"] = Pure(0, int.MaxValue, ArrayFunctions.Array),
            ["States.ArrayContains"] = Pure(2, 2, ArrayFunctions.Contains),
            ["States.ArrayGetItem"] = Pure(2, 2, ArrayFunctions.GetItem),
            ["States.ArrayLength"] = Pure(1, 1, ArrayFunctions.Length),
            ["States.ArrayPartition"] = Pure(2, 2, ArrayFunctions.Partition),
            ["States.ArrayRange"] = Pure(3, 3, ArrayFunctions.Range),
            ["States.ArrayUnique"] = Pure(1, 1, ArrayFunctions.Unique),
            ["States.Base64Decode"] = Pure(1, 1, TextFunctions.Base64Decode),
            ["States.Base64Encode"] = Pure(1, 1, TextFunctions.Base64Encode),
            ["States.Format"] = Pure(1, int.MaxValue, TextFunctions.Format),
            ["States.Hash"] = Pure(2, 2, TextFunctions.Hash),
            ["States.JsonMerge"] = Pure(3, 3, JsonFunctions.Merge),
            ["States.JsonToString"] = Pure(1, 1, JsonFunctions.Print),
            ["States.MathAdd"] = Pure(2, 2, MathFunctions.Add),
            ["States.MathRandom"] = new(2, 3, MathFunctions.Random),
            ["States.StringSplit"] = Pure(2, 2, TextFunctions.Split),
            ["States.StringToJson"] = Pure(1, 1, JsonFunctions.Parse),
            ["States.UUID"] = new(0, 0, MathFunctions.Uuid),
        };

    private static IntrinsicFunction Pure(int min, int max, Func<JsonElement[], JsonElement> run) =>
        new(min, max, (_, arguments) => run(arguments));
}
