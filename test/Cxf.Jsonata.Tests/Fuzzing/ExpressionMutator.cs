using System.Text;

namespace Cxf.Jsonata.Tests.Fuzzing;

/// <summary>Mutates expressions: removes, repeats, replaces and inserts pieces of them and of the language.</summary>
internal sealed class ExpressionMutator(int seed)
{
    private static readonly string[] Pieces =
    [
        "[0]",
        "[]",
        ".",
        "..",
        ".*",
        ".**",
        ".%",
        "%",
        "@$v",
        "#$i",
        "^(",
        "^($)",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "|",
        "?",
        ":",
        ":=",
        "~>",
        " and ",
        " or ",
        " in ",
        "&",
        "+",
        "-",
        "*",
        "/",
        "%",
        "=",
        "!=",
        "<",
        ">",
        "$",
        "$$",
        "$x",
        "$sum(",
        "$map(",
        "$eval(",
        "function($x){",
        "function($x)<n:n>{",
        "λ($a,$b){",
        "/a+/",
        "/(",
        "\"",
        "'",
        "`",
        "\\u",
        "1e308",
        "1e309",
        "-1",
        "1..3",
        "[1..9999999]",
        "null",
        "true",
        "false",
        "$string()",
        "$formatNumber(",
        "$fromMillis(1,'[Y]')",
        "$toMillis('2018','[Y]')",
        "$pad('a',999999999)",
        "$split(",
        "$replace(",
        "$match(",
        "$sort(",
        "$reduce(",
        "$each(",
        "/*",
        "*/",
        "\u0000",
        "\ud800",
        "😀",
        ";",
        ",",
    ];

    private static readonly string[] Seeds =
    [
        "Account.Order.Product[Price > 30].{\"sku\": SKU, \"cost\": Price * Quantity}",
        "($f := function($n){ $n <= 1 ? 1 : $n * $f($n - 1) }; $f(12))",
        "items^(>price, name)[0..2].{ name: price }",
        "$map([1..5], function($v, $i, $a) { $v * $i + $count($a) }) ~> $sum()",
        "library.loans@$l.books@$b[$l.isbn = $b.isbn].{\"t\": $b.title, \"c\": $l.customer}",
        "Account.Order.Product.{ 'id': %.OrderID, 'p': Price }",
        "payload ~> |Account.Order.Product|{\"Price\": Price * 1.2}, 'Description'|",
        "$replace(\"abc def\", /([a-z])([a-z]+)/i, function($m){ $uppercase($m.groups[0]) & $m.groups[1] })",
        "$formatNumber(1234.5678, '#,##0.00;(#)', {'decimal-separator': ','}) & $formatInteger(1999, 'I')",
        "$fromMillis(1509380732935, '[FNn], [D1o] [MNn] [Y0001] [h#1]:[m01] [P] [Z0101t]')",
        "$toMillis('21 March 2018 1:15 pm', '[D] [MNn] [Y] [h]:[m] [P]')",
        "**[$type($) = 'number'] ~> $distinct ~> $sort(function($a, $b) { $a < $b })",
        "$reduce($each($, function($v, $k) { $k & $string($v) }), function($a, $b) { $a & $b }, '')",
        "($add := function($x, $y)<nn:n>{$x + $y}; $inc := $add(?, 1); $map([1, 2, 3], $inc))",
        "$spread($merge([{'a': 1}, {'b': [2, 3]}])) ~> $keys",
        "$eval('[1,2,3].($ * $x)')",
    ];

    private readonly Random _random = new(seed);

    public string Next()
    {
        var text = new StringBuilder(Pick(Seeds));
        for (var count = _random.Next(6); count > 0; count--)
        {
            Mutate(text);
        }

        return text.ToString();
    }

    private void Mutate(StringBuilder text)
    {
        var at = _random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, _random.Next(12));
        switch (_random.Next(6))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length));
                break;
            case 2:
                var other = Pick(Seeds);
                var start = _random.Next(other.Length);
                text.Insert(at, other.AsSpan(start, _random.Next(other.Length - start)));
                break;
            case 3 when text.Length > 0:
                text[_random.Next(text.Length)] = (char)_random.Next(32, 127);
                break;
            default:
                text.Insert(at, Pick(Pieces));
                break;
        }
    }

    private string Pick(string[] texts) => texts[_random.Next(texts.Length)];
}
