using static Cxf.Testing.Shapes.FlowText;

namespace Cxf.Testing.Shapes;

/// <summary>Flows with one huge expression, many small ones, or huge values without any.</summary>
internal static class ExpressionShapes
{
    public static Dictionary<string, Func<int, string>> Writers { get; } =
        new()
        {
            ["one huge expression: sum"] = count => Expression(Many(count, n => $"{n}", "+")),
            ["one huge expression: texts joined"] = count => Expression(Many(count, _ => "$payload.abc", "&")),
            ["one huge expression: object"] = count => Expression($"$string({{{Many(count, n => $"'f{n}':{n}")}}})"),
            ["one huge expression: conditions"] = count =>
                Expression(Many(count, n => $"$payload.a={n}?{{'f{n}':1}}:", "") + "1"),
            ["one huge expression: nested brackets"] = count =>
                Expression($"{new string('(', 400)}{Many(count, _ => "$q", "&")}{new string(')', 400)}"),
            ["one huge expression: blocks that bind"] = count =>
                Expression($"{Many(count, n => $"($b{n}:={n};", "")[..^1]};{Many(count, _ => "$b0", "+")}"),
            ["one huge expression: path"] = count => Expression($"$payload{Many(count, _ => ".a", "")}"),
            ["one huge expression: parents"] = count => Expression($"$payload.a.b.({Many(count, _ => "%", ".")})"),
            ["one huge expression: parents in the open"] = count => Expression($"$payload.a[{Many(count, _ => "%.a", "&")}='']"),
            ["one huge expression: functions"] = count =>
                Expression($"({Many(count, n => $"$f{n}:=function($x){{$x+1}};", "")}1)"),
            ["one huge expression: fields of the input"] = count => Expression($"$count([{Many(count, n => $"f{n}.g")}])"),
            ["one huge expression: wrong everywhere"] = count => Expression($"$sum([{Many(count, _ => "1 2")}])"),
            ["many small expressions"] = count => Assigning($"\"v\":[{Many(count, n => $"\"{{%$payload.f{n}+{n}%}}\"")}]"),
            ["deeply nested literal"] = count => Assigning(Many(count, n => $"\"v{n}\":{Nested(40)}")),
            ["one long text"] = count => Assigning($"\"v\":\"{new string('x', count)}\""),
            ["one long line of text with line breaks"] = count =>
                Flow("s0", $"\"s0\":{{\"kind\":\"respond\",\"message\":\"{Many(count, _ => "a\\n", "")}\"}}"),
            ["long names"] = count =>
                Assigning($"\"v\":{{\"{new string('n', 8 * count)}\":{{{Many(count, n => $"\"{n}\":1")}}}}}"),
            ["numbers only"] = count => Assigning($"\"v\":[{Many(count, _ => "1")}]"),
        };

    private static string Expression(string jsonata) => Assigning($"\"v\":\"{{%{jsonata}%}}\"");

    private static string Nested(int levels) => $"{Many(levels, n => $"{{\"k{n}\":", "")}1{new string('}', levels)}";
}
