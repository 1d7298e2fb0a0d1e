using static Cxf.Testing.Shapes.FlowText;

namespace Cxf.Testing.Shapes;

/// <summary>Flows of many steps: in a row, side by side, in loops, in bodies.</summary>
internal static class PathShapes
{
    /// <summary>As deep as JSON is read.</summary>
    private const int Levels = 8;

    public static Dictionary<string, Func<int, string>> Writers { get; } =
        new()
        {
            ["chain of waits"] = count => Flow("s0", Chain(count, (n, next) => Wait($"s{n}", next))),
            ["chain of calls"] = count => Flow("s0", Chain(count, (n, next) => Call($"s{n}", $"/a/{n}", next))),
            ["one decision with many choices"] = count =>
                Flow(
                    "d",
                    $"{Decision("d", "end", Enumerable.Range(0, count).Select(n => ($"$payload.a={n}", $"s{n}")))},"
                        + $"{Many(count, n => Transform($"s{n}", $"\"x\":{n}", "end"))},{End}"
                ),
            ["decisions in a row"] = count =>
                Flow(
                    "s0",
                    Chain(
                        count,
                        (n, next) =>
                            $"{Decision($"s{n}", next, ($"$payload.a={n}", $"t{n}"))},{Transform($"t{n}", $"\"v\":{n}", next)}"
                    )
                ),
            ["decisions to one answer each"] = count =>
                Flow(
                    "s0",
                    Chain(
                        count,
                        (n, next) =>
                            $"{Decision($"s{n}", next, ($"$payload.a={n}", $"t{n}"))},\"t{n}\":{{\"kind\":\"respond\","
                            + $"\"message\":\"{n}\"}}"
                    )
                ),
            ["steps that no path reaches"] = count => Flow("end", $"{End},{Many(count, n => Wait($"s{n}", "end"))}"),
            ["loops in a row"] = count =>
                Flow(
                    "s0",
                    Chain(
                        count,
                        (n, next) =>
                            $"{Transform($"s{n}", $"\"i{n}\":0", $"w{n}")},{Transform($"w{n}", Adding(n), $"d{n}")},"
                            + $"{Decision($"d{n}", next, ($"$i{n}<5", $"w{n}"))}"
                    )
                ),
            ["loops in loops"] = LoopsInLoops,
            ["steps that lead back one step"] = count =>
                Flow(
                    "s0",
                    Chain(
                        count,
                        (n, next) =>
                            $"{Decision($"s{n}", $"t{n}", ($"$payload.a={n}", $"s{Math.Max(0, n - 1)}"))},"
                            + $"{Transform($"t{n}", $"\"v{n}\":\"{{%$payload.b%}}\"", next)}"
                    )
                ),
            ["one loop with many counters"] = count =>
                Flow(
                    "set",
                    $"{Transform("set", Many(count, n => $"\"i{n}\":0"), "add")},"
                        + $"{Transform("add", Many(count, Adding), "d0")},"
                        + $"{Many(count, n => Decision($"d{n}", "end", ($"$i{n}<9", n == count - 1 ? "add" : $"d{n + 1}")))},"
                        + $"{End}"
                ),
            ["edges across a loop"] = count =>
                Flow(
                    "s0",
                    Chain(
                        count,
                        (n, next) =>
                            Decision(
                                $"s{n}",
                                next,
                                ($"$payload.a={n}", $"s{n * 7919L % count}"),
                                ($"$payload.a=-{n}", $"s{n * 104729L % count}")
                            )
                    )
                ),
            ["parallel with many branches"] = count =>
                Flow("p", $"{Parallel("p", count, n => Scope($"s{n}", Call($"s{n}", "/a", null)))},{End}"),
            ["forEach after forEach"] = count =>
                Flow(
                    "s0",
                    Chain(
                        count,
                        (n, next) =>
                            $"\"s{n}\":{{\"kind\":\"forEach\",\"items\":\"{{%$payload.list%}}\",\"atMost\":3,"
                            + $"{Scope($"i{n}", Call($"i{n}", "{%'/a/'&$item.id%}", null))},\"next\":\"{next}\"}}"
                    )
                ),
            ["bodies in bodies"] = count => Flow("p", $"{Parallel("p", count, n => Scope($"e{n}_0", Body(n, 0)))},{End}"),
            ["many runs of live flows"] = count => Flow("s0", Chain(count, (n, next) => Run(n, "", next))),
            ["many runs of versions"] = count => Flow("s0", Chain(count, (n, next) => Run(n, "\"version\":1,", next))),
        };

    private static string Adding(int counter) => $"\"i{counter}\":\"{{%$i{counter}+1%}}\"";

    private static string Run(int number, string version, string next) =>
        $"\"s{number}\":{{\"kind\":\"runFlow\",\"flowId\":\"child{number}\",{version}\"payload\":{{\"a\":{number}}},"
        + $"\"next\":\"{next}\"}}";

    // A loop around a loop around a loop: each has its counter, set before it, moved in it and compared at its end.
    private static string LoopsInLoops(int count) =>
        Flow(
            "s0",
            Many(
                count,
                n =>
                    $"{Transform($"s{n}", $"\"i{n}\":0", $"b{n}")},"
                    + $"{Transform($"b{n}", Adding(n), n == count - 1 ? $"d{n}" : $"s{n + 1}")},"
                    + $"{Decision($"d{n}", n == 0 ? "end" : $"d{n - 1}", ($"$i{n}<3", $"b{n}"))}"
            )
                + ","
                + End
        );

    // One forEach in another, and in the innermost a call.
    private static string Body(int number, int level) =>
        level == Levels
            ? Call($"c{number}", "{%'/a/'&$i0&$i7%}", null)
            : $"\"e{number}_{level}\":{{\"kind\":\"forEach\",\"items\":\"{{%$payload.list%}}\",\"atMost\":2,"
                + $"\"item\":\"i{level}\",\"index\":\"k{level}\","
                + $"{Scope(level == Levels - 1 ? $"c{number}" : $"e{number}_{level + 1}", Body(number, level + 1))}}}";
}
