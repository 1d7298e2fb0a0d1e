using System.Text.Json.Nodes;

namespace Cxf.Jsonata.Tests.Fuzzing;

/// <summary>Small random documents with the names that expressions of the tests use.</summary>
/// <param name="random">The source of random numbers.</param>
/// <param name="minItems">The minimum number of items in an array. The reference changes empty arrays of its input while it
/// groups them.</param>
internal sealed class RandomDocument(Random random, int minItems = 0)
{
    private static readonly string[] Names =
    [
        "a",
        "b",
        "c",
        "Account",
        "Order",
        "Product",
        "Price",
        "items",
        "price",
        "name",
        "1",
        "0",
        "x y",
    ];
    private static readonly string[] Texts = ["", "a", "b", "abc", "10", "é😀", "2018-01-01T00:00:00Z", "a\"b\\c\n"];
    private static readonly double[] Numbers = [0, 1, -1, 2, 3, 10, 0.5, -2.25, 1e21, 1e-7, 123456789.123, 9007199254740993];

    public JsonNode? Next(int depth = 4)
    {
        switch (random.Next(depth <= 0 ? 5 : 10))
        {
            case 0:
                return null;
            case 1:
                return random.Next(2) == 0;
            case 2 or 3:
                return Numbers[random.Next(Numbers.Length)];
            case 4:
                return Texts[random.Next(Texts.Length)];
            case 5 or 6:
                return new JsonArray([.. Enumerable.Range(0, random.Next(minItems, 4)).Select(_ => Next(depth - 1))]);
            default:
                var value = new JsonObject();
                for (var count = random.Next(5); count > 0; count--)
                {
                    value[Names[random.Next(Names.Length)]] = Next(depth - 1);
                }

                return value;
        }
    }
}
