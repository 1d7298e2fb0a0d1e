using static Cxf.Testing.Shapes.FlowText;

namespace Cxf.Testing.Shapes;

/// <summary>Flows of many variables, set and read in many ways.</summary>
internal static class VariableShapes
{
    public static Dictionary<string, Func<int, string>> Writers { get; } =
        new()
        {
            ["chain of calls, each result read by the next"] = count =>
                Flow("s0", Chain(count, (n, next) => Call($"s{n}", n == 0 ? "/a" : $"{{% '/a/' & $s{n - 1}.body.id %}}", next))),
            ["chain of calls, all results read at the end"] = count =>
                Flow(
                    "s0",
                    $"{Many(count, n => Call($"s{n}", "/a", n == count - 1 ? "all" : $"s{n + 1}"))},"
                        + $"{Transform("all", $"\"all\":[{Many(count, n => $"\"{{%$s{n}.body%}}\"")}]", "end")},{End}"
                ),
            ["chain in reverse order"] = count =>
                Flow(
                    $"s{count - 1}",
                    Chain(
                        count,
                        (n, _) =>
                            Transform(
                                $"s{n}",
                                $"\"v{n}\":\"{(n == count - 1 ? "1" : $"{{%$v{n + 1}%}}")}\"",
                                n == 0 ? "end" : $"s{n - 1}"
                            )
                    )
                ),
            ["many variables in one step"] = count => Assigning(Many(count, n => $"\"v{n}\":{n}")),
            ["many variables in many steps"] = count =>
                Flow(
                    "s0",
                    Chain(count, (n, next) => Transform($"s{n}", Many(count, variable => $"\"v{n}_{variable}\":1"), next))
                ),
            ["one variable set and read everywhere"] = count =>
                Flow(
                    "s0",
                    Chain(
                        count,
                        (n, next) =>
                            $"{Decision($"s{n}", next, ("$exists($x)", $"t{n}"))},"
                            + $"{Transform($"t{n}", $"\"x\":{{\"f{n}\":1}}", next)}"
                    )
                ),
            ["values made of the value before, twice"] = count =>
                Flow(
                    "s",
                    $"{Transform("s", "\"v0\":{\"a\":1}", "s0")},"
                        + Chain(
                            count,
                            (n, next) => Transform($"s{n}", $"\"v{n + 1}\":{{\"l\":\"{{%$v{n}%}}\",\"r\":\"{{%$v{n}%}}\"}}", next)
                        )
                ),
            ["variables that are not set on every path"] = count =>
                Flow(
                    "s0",
                    Many(
                        count,
                        n =>
                        {
                            var next = n == count - 1 ? "u0" : $"s{n + 1}";
                            return $"{Decision($"s{n}", next, ($"$payload.a={n}", $"t{n}"))},"
                                + $"{Transform($"t{n}", $"\"v{n}\":1", next)},"
                                + Transform(
                                    $"u{n}",
                                    $"\"w\":\"{{%$v{n}+$v{count - 1 - n}%}}\"",
                                    n == count - 1 ? "end" : $"u{n + 1}"
                                );
                        }
                    )
                        + ","
                        + End
                ),
            ["unknown variables, all similar"] = count =>
                Flow(
                    "s0",
                    $"{Transform("s0", Many(count, n => $"\"variable_number_{n}\":1"), "s1")},"
                        + $"{Transform("s1", $"\"w\":[{Many(count, n => $"\"{{%$variable_nunber_{n}%}}\"")}]", "end")},{End}"
                ),
            ["many outputs"] = count =>
                Flow(
                    "end",
                    $"\"end\":{{\"kind\":\"respond\",\"message\":\"m\","
                        + $"\"outputs\":{{{Many(count, n => $"\"o{n}\":\"{{%$payload.f{n}%}}\"")}}}}}"
                ),
        };
}
