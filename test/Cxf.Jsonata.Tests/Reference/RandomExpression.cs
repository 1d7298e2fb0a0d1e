namespace Cxf.Jsonata.Tests.Reference;

/// <summary>Random expressions with valid syntax and the names of the random documents.</summary>
internal sealed class RandomExpression(Random random)
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
        "`x y`",
    ];
    private static readonly string[] Literals =
    [
        "0",
        "1",
        "-1",
        "2",
        "0.5",
        "'a'",
        "'abc'",
        "''",
        "true",
        "false",
        "null",
        "[1]",
        "{}",
    ];
    private static readonly string[] Operators =
    [
        "+",
        "-",
        " * ",
        "/",
        "%",
        "=",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "&",
        " and ",
        " or ",
        " in ",
    ];

    private static readonly string[] Unary =
    [
        "string",
        "sum",
        "count",
        "max",
        "min",
        "average",
        "length",
        "uppercase",
        "trim",
        "number",
        "floor",
        "abs",
        "boolean",
        "not",
        "exists",
        "keys",
        "spread",
        "merge",
        "reverse",
        "type",
        "sort",
        "distinct",
        "base64encode",
        "encodeUrlComponent",
        "sqrt",
        "round",
    ];

    private static readonly string[] Mapping = ["$", "$v", "$v & 'x'", "$count($v)", "$type($v)", "[$v]", "$v.a", "{'k': $v}"];

    public string Next(int depth = 4) =>
        depth <= 0
            ? Leaf()
            : random.Next(18) switch
            {
                // Not after an array constructor: there the reference's wildcard sees a property of its own arrays.
                0 or 1 or 2 or 3 => Next(depth - 1) is var first && first[0] == '[' ? first : $"{first}.{Step(depth - 1)}",
                4 => $"({Next(depth - 1)}{Pick(Operators)}{Next(depth - 1)})",
                5 => $"{Primary(depth - 1)}[{Next(depth - 1)}]",
                6 => $"{Primary(depth - 1)}[{random.Next(-2, 3)}]",
                7 => $"{Primary(depth - 1)}[]",
                8 => $"${Pick(Unary)}({Next(depth - 1)})",
                9 => $"[{Next(depth - 1)}, {Next(depth - 1)}]",
                10 => $"{{'x': {Next(depth - 1)}, 'y': {Next(depth - 1)}}}",
                11 => $"{Primary(depth - 1)}{{$string({Pick(Names)}): {Next(depth - 1)}}}",
                12 => $"{Primary(depth - 1)}^({Pick(["", "<", ">"])}{Pick(Names)})",
                13 => $"({Next(depth - 1)} ? {Next(depth - 1)} : {Next(depth - 1)})",
                14 => $"$map({Next(depth - 1)}, function($v){{{Pick(Mapping)}}})",
                15 => $"$filter({Next(depth - 1)}, function($v, $i){{$i < 2}})",
                16 => $"($x := {Next(depth - 1)}; [$x, {Next(depth - 1)}])",
                _ => $"$append({Next(depth - 1)}, {Next(depth - 1)})",
            };

    private string Step(int depth) =>
        random.Next(8) switch
        {
            0 => "*",
            1 => "**",
            2 => $"[{Pick(Names)}, {Pick(Literals)}]",
            3 => $"({Next(depth - 1)})",
            4 => $"{{'n': {Next(depth - 1)}}}",
            5 => $"{Pick(Names)}#$i.{{'i': $i, 'v': $}}",
            6 => $"{Pick(Names)}[{random.Next(-1, 2)}]",
            _ => Pick(Names),
        };

    private string Primary(int depth) => random.Next(3) == 0 ? $"({Next(depth)})" : Leaf();

    private string Leaf() =>
        random.Next(5) switch
        {
            0 => Pick(Literals),
            1 => "$",
            2 => random.Next(4) == 0 ? "**" : "*",
            _ => Pick(Names),
        };

    private string Pick(string[] texts) => texts[random.Next(texts.Length)];
}
