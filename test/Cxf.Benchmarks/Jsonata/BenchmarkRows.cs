using System.Globalization;
using System.Text.Json.Nodes;

namespace Cxf.Benchmarks.Jsonata;

/// <summary>
/// The rows and their inputs. The invoice is our own: two orders with two products each, as in JSONata's documentation.
/// </summary>
internal static class BenchmarkRows
{
    private const int ItemCount = 1000;
    private const int MergedObjects = 20;
    private const int RangeLength = 50;
    private const string Constructor = "Account.Order.Product[Price > 30].{\"sku\": SKU, \"cost\": Price * Quantity}";

    public static BenchmarkRow[] All()
    {
        var invoice = Invoice();
        var items = Items();
        return
        [
            new("Account.Order.Product.Price", "Account.Order.Product.Price", invoice, false, 9, 1_816),
            new("Product[Price > 30].{…}", Constructor, invoice, false, 10, 10_920),
            new("$reduce, 50 numbers", "$reduce(range50, function($a,$b){$a+$b})", Numbers(), false, 12, 25_400),
            new("$merge, 20 objects", "$merge(objs)", Objects(), false, 4, 7_208),
            new("items[price > 500], 1,000", "items[price > 500]", items, false, 9, 656_864),
            new("items{category: $sum(price)}", "items{category: $sum(price)}", items, false, 6, 1_809_496),
            new("items^(price)", "items^(price)", items, false, 15, 7_565_616),
            new("parse only", Constructor, invoice, true, 30, 7_848),
        ];
    }

    private static string Invoice()
    {
        static JsonObject Product(string name, int id, string sku, string colour, double weight, double price, int quantity) =>
            new()
            {
                ["Product Name"] = name,
                ["ProductID"] = id,
                ["SKU"] = sku,
                ["Description"] = new JsonObject
                {
                    ["Colour"] = colour,
                    ["Width"] = 300,
                    ["Height"] = 200,
                    ["Depth"] = 210,
                    ["Weight"] = weight,
                },
                ["Price"] = price,
                ["Quantity"] = quantity,
            };

        static JsonObject Order(string id, params JsonNode[] products) =>
            new() { ["OrderID"] = id, ["Product"] = new JsonArray(products) };

        return new JsonObject
        {
            ["Account"] = new JsonObject
            {
                ["Account Name"] = "Sparrow",
                ["Order"] = new JsonArray(
                    Order(
                        "order1",
                        Product("Straw hat", 858_383, "0406654608", "Purple", 0.75, 34.45, 2),
                        Product("Felt hat", 858_236, "0406634348", "Orange", 0.6, 21.67, 1)
                    ),
                    Order(
                        "order2",
                        Product("Straw hat", 858_383, "040657863", "Purple", 0.75, 34.45, 4),
                        Product("Coat", 345_664, "0406654603", "Black", 2, 107.99, 1)
                    )
                ),
            },
        }.ToJsonString();
    }

    private static string Numbers() =>
        new JsonObject
        {
            ["range50"] = new JsonArray([.. Enumerable.Range(1, RangeLength).Select(number => JsonValue.Create(number))]),
        }.ToJsonString();

    private static string Objects() =>
        new JsonObject
        {
            ["objs"] = new JsonArray([
                .. Enumerable
                    .Range(0, MergedObjects)
                    .Select(index => new JsonObject
                    {
                        [string.Create(CultureInfo.InvariantCulture, $"key{index}")] = index,
                        ["last"] = index,
                    }),
            ]),
        }.ToJsonString();

    private static string Items() =>
        new JsonObject
        {
            ["items"] = new JsonArray([
                .. Enumerable
                    .Range(0, ItemCount)
                    .Select(index => new JsonObject
                    {
                        ["id"] = index,
                        ["name"] = string.Create(CultureInfo.InvariantCulture, $"item {index}"),
                        ["category"] = string.Create(CultureInfo.InvariantCulture, $"category {index % 10}"),
                        ["price"] = (index * 7919 % 100_000) / 100.0,
                    }),
            ]),
        }.ToJsonString();
}
