using System.Text;

namespace Cxf.Testing;

/// <summary>
/// Flow documents of a given size, each large in one way: what a check of any document takes is measured on them. All of them are JSON;
/// most are flows without errors, some have as many errors as fit.
/// </summary>
public static class FlowShapes
{
    private const string Respond = "\"end\":{\"kind\":\"respond\",\"message\":\"m\"}";

    private static readonly (string Name, Func<int, string> Write)[] Writers =
    [
        (
            "chain of waits",
            bytes => Flow("s0", Chain(bytes, (n, next) => $"\"s{n}\":{{\"kind\":\"wait\",\"seconds\":1,\"next\":\"{next}\"}}"))
        ),
        ("chain of calls", bytes => Flow("s0", Chain(bytes, (n, next) => Call($"s{n}", $"/a/{n}", next)))),
        (
            "chain of calls, each result read by the next",
            bytes =>
                Flow("s0", Chain(bytes, (n, next) => Call($"s{n}", n == 0 ? "/a" : $"{{% '/a/' & $s{n - 1}.body.id %}}", next)))
        ),
        ("chain of calls, all results read at the end", ResultsReadAtTheEnd),
        (
            "chain in reverse order",
            bytes =>
                Flow(
                    $"s{Count(bytes, 60) - 1}",
                    Chain(
                        bytes,
                        60,
                        (n, _) =>
                            $"\"s{n}\":{{\"kind\":\"transform\",\"assign\":{{\"v{n}\":\"{(n == Count(bytes, 60) - 1 ? "1" : $"{{%$v{n + 1}%}}")}\"}},\"next\":\"{(n == 0 ? "end" : $"s{n - 1}")}\"}}"
                    )
                )
        ),
        ("one decision with many choices", WideDecision),
        (
            "decisions in a row",
            bytes =>
                Flow(
                    "s0",
                    Chain(
                        bytes,
                        (n, next) =>
                            $"\"s{n}\":{{\"kind\":\"decision\",\"choices\":[{{\"when\":\"{{%$payload.a={n}%}}\",\"next\":\"t{n}\"}}],\"otherwise\":\"{next}\"}},\"t{n}\":{{\"kind\":\"transform\",\"assign\":{{\"v\":{n}}},\"next\":\"{next}\"}}"
                    )
                )
        ),
        (
            "decisions to one answer each",
            bytes =>
                Flow(
                    "s0",
                    Chain(
                        bytes,
                        (n, next) =>
                            $"\"s{n}\":{{\"kind\":\"decision\",\"choices\":[{{\"when\":\"{{%$payload.a={n}%}}\",\"next\":\"t{n}\"}}],\"otherwise\":\"{next}\"}},\"t{n}\":{{\"kind\":\"respond\",\"message\":\"{n}\"}}"
                    )
                )
        ),
        (
            "loops in a row",
            bytes =>
                Flow(
                    "s0",
                    Chain(
                        bytes,
                        (n, next) =>
                            $"\"s{n}\":{{\"kind\":\"transform\",\"assign\":{{\"i{n}\":0}},\"next\":\"w{n}\"}},\"w{n}\":{{\"kind\":\"transform\",\"assign\":{{\"i{n}\":\"{{%$i{n}+1%}}\"}},\"next\":\"d{n}\"}},\"d{n}\":{{\"kind\":\"decision\",\"choices\":[{{\"when\":\"{{%$i{n}<5%}}\",\"next\":\"w{n}\"}}],\"otherwise\":\"{next}\"}}"
                    )
                )
        ),
        ("loops in loops", LoopsInLoops),
        (
            "steps that lead back one step",
            bytes =>
                Flow(
                    "s0",
                    Chain(
                        bytes,
                        (n, next) =>
                            $"\"s{n}\":{{\"kind\":\"decision\",\"choices\":[{{\"when\":\"{{%$payload.a={n}%}}\",\"next\":\"s{Math.Max(0, n - 1)}\"}}],\"otherwise\":\"t{n}\"}},\"t{n}\":{{\"kind\":\"transform\",\"assign\":{{\"v{n}\":\"{{%$payload.b%}}\"}},\"next\":\"{next}\"}}"
                    )
                )
        ),
        ("one loop with many counters", OneLoopManyCounters),
        (
            "edges across a loop",
            bytes =>
                Flow(
                    "s0",
                    Chain(
                        bytes,
                        110,
                        (n, next) =>
                            $"\"s{n}\":{{\"kind\":\"decision\",\"choices\":[{{\"when\":\"{{%$payload.a={n}%}}\",\"next\":\"s{n * 7919L % Count(bytes, 110)}\"}},{{\"when\":\"{{%$payload.a=-{n}%}}\",\"next\":\"s{n * 104729L % Count(bytes, 110)}\"}}],\"otherwise\":\"{next}\"}}"
                    )
                )
        ),
        (
            "many variables in one step",
            bytes =>
                Flow(
                    "s0",
                    $"\"s0\":{{\"kind\":\"transform\",\"assign\":{{{Many(bytes, 12, n => $"\"v{n}\":{n}")}}},\"next\":\"end\"}},{Respond}"
                )
        ),
        ("many variables in many steps", ManyVariables),
        (
            "one variable set and read everywhere",
            bytes =>
                Flow(
                    "s0",
                    Chain(
                        bytes,
                        (n, next) =>
                            $"\"s{n}\":{{\"kind\":\"decision\",\"choices\":[{{\"when\":\"{{%$exists($x)%}}\",\"next\":\"t{n}\"}}],\"otherwise\":\"{next}\"}},\"t{n}\":{{\"kind\":\"transform\",\"assign\":{{\"x\":{{\"f{n}\":1}}}},\"next\":\"{next}\"}}"
                    )
                )
        ),
        (
            "values made of the value before, twice",
            bytes =>
                Flow(
                    "s",
                    $"\"s\":{{\"kind\":\"transform\",\"assign\":{{\"v0\":{{\"a\":1}}}},\"next\":\"s0\"}},{Chain(bytes, (n, next) =>
            $"\"s{n}\":{{\"kind\":\"transform\",\"assign\":{{\"v{n + 1}\":{{\"l\":\"{{%$v{n}%}}\",\"r\":\"{{%$v{n}%}}\"}}}},\"next\":\"{next}\"}}")}"
                )
        ),
        (
            "parallel with many branches",
            bytes =>
                Flow(
                    "p",
                    $"\"p\":{{\"kind\":\"parallel\",\"branches\":{{{Many(bytes, 110, n => $"\"b{n}\":{{\"start\":\"s{n}\",\"steps\":{{{Call($"s{n}", "/a", null)}}}}}")}}},\"next\":\"end\"}},{Respond}"
                )
        ),
        (
            "forEach after forEach",
            bytes =>
                Flow(
                    "s0",
                    Chain(
                        bytes,
                        (n, next) =>
                            $"\"s{n}\":{{\"kind\":\"forEach\",\"items\":\"{{%$payload.list%}}\",\"atMost\":3,\"start\":\"i{n}\",\"steps\":{{{Call($"i{n}", "{%'/a/'&$item.id%}", null)}}},\"next\":\"{next}\"}}"
                    )
                )
        ),
        ("bodies in bodies", BodiesInBodies),
        (
            "deeply nested literal",
            bytes =>
                Flow(
                    "s0",
                    $"\"s0\":{{\"kind\":\"transform\",\"assign\":{{{Many(bytes, 380, n => $"\"v{n}\":{Nested(40)}")}}},\"next\":\"end\"}},{Respond}"
                )
        ),
        ("one huge expression: sum", bytes => Expression(Many(bytes, 8, n => $"{n}", "+"))),
        ("one huge expression: texts joined", bytes => Expression($"{Many(bytes, 14, _ => "$payload.abc", "&")}")),
        ("one huge expression: object", bytes => Expression($"$string({{{Many(bytes, 11, n => $"'f{n}':{n}")}}})")),
        ("one huge expression: conditions", bytes => Expression(Many(bytes, 26, n => $"$payload.a={n}?{{'f{n}':1}}:", "") + "1")),
        (
            "one huge expression: nested brackets",
            bytes => Expression($"{new string('(', 400)}{Many(bytes, 4, _ => "$q", "&")}{new string(')', 400)}")
        ),
        (
            "one huge expression: blocks that bind",
            bytes => Expression($"{Many(bytes / 2, 9, n => $"($b{n}:={n};", "")[..^1]};{Many(bytes / 2, 4, _ => "$b0", "+")}")
        ),
        ("one huge expression: path", bytes => Expression($"$payload{Many(bytes, 2, _ => ".a", "")}")),
        ("one huge expression: parents", bytes => Expression($"$payload.a.b.({Many(bytes, 2, _ => "%", ".")})")),
        ("one huge expression: parents in the open", bytes => Expression($"$payload.a[{Many(bytes, 4, _ => "%.a", "&")}='']")),
        (
            "one huge expression: functions",
            bytes => Expression($"({Many(bytes, 24, n => $"$f{n}:=function($x){{$x+1}};", "")}1)")
        ),
        ("one huge expression: fields of the input", bytes => Expression($"$count([{Many(bytes, 8, n => $"f{n}.g")}])")),
        ("one huge expression: wrong everywhere", bytes => Expression($"$sum([{Many(bytes, 6, _ => "1 2")}])")),
        (
            "many small expressions",
            bytes =>
                Flow(
                    "s0",
                    $"\"s0\":{{\"kind\":\"transform\",\"assign\":{{\"v\":[{Many(bytes, 26, n => $"\"{{%$payload.f{n}+{n}%}}\"")}]}},\"next\":\"end\"}},{Respond}"
                )
        ),
        (
            "one long text",
            bytes =>
                Flow(
                    "s0",
                    $"\"s0\":{{\"kind\":\"transform\",\"assign\":{{\"v\":\"{new string('x', bytes)}\"}},\"next\":\"end\"}},{Respond}"
                )
        ),
        (
            "one long line of text with line breaks",
            bytes => Flow("s0", $"\"s0\":{{\"kind\":\"respond\",\"message\":\"{Many(bytes, 3, _ => "a\\n", "")}\"}}")
        ),
        (
            "long names",
            bytes =>
                Flow(
                    "s0",
                    $"\"s0\":{{\"kind\":\"transform\",\"assign\":{{\"v\":{{\"{new string('n', bytes / 2)}\":{{{Many(bytes / 2, 8, n => $"\"{n}\":1")}}}}}}},\"next\":\"end\"}},{Respond}"
                )
        ),
        (
            "many unknown members",
            bytes => Flow("s0", $"\"s0\":{{\"kind\":\"respond\",\"message\":\"m\",{Many(bytes, 10, n => $"\"u{n}\":{n}")}}}")
        ),
        (
            "the same label everywhere",
            bytes => Flow("s0", $"{Many(bytes, 42, _ => "\"s0\":{\"kind\":\"respond\",\"message\":\"m\"}")}")
        ),
        (
            "labels taken in branches",
            bytes =>
                Flow(
                    "p",
                    $"\"p\":{{\"kind\":\"parallel\",\"branches\":{{{Many(bytes, 80, n => $"\"b{n}\":{{\"start\":\"s\",\"steps\":{{\"s\":{{\"kind\":\"wait\",\"seconds\":1}}}}}}")}}},\"next\":\"end\"}},{Respond}"
                )
        ),
        (
            "unknown next steps, all similar",
            bytes =>
                Flow(
                    "step_number_0",
                    $"{Many(bytes, 90, n => $"\"step_number_{n}\":{{\"kind\":\"wait\",\"seconds\":1,\"next\":\"step_nunber_{n + 1}\"}}")}"
                )
        ),
        (
            "unknown variables, all similar",
            bytes =>
                Flow(
                    "s0",
                    $"\"s0\":{{\"kind\":\"transform\",\"assign\":{{{Many(bytes / 2, 22, n => $"\"variable_number_{n}\":1")}}},\"next\":\"s1\"}},\"s1\":{{\"kind\":\"transform\",\"assign\":{{\"w\":[{Many(bytes / 2, 28, n => $"\"{{%$variable_nunber_{n}%}}\"")}]}},\"next\":\"end\"}},{Respond}"
                )
        ),
        ("variables that are not set on every path", MaybeUnset),
        (
            "steps that no path reaches",
            bytes =>
                Flow("end", $"{Respond},{Many(bytes, 52, n => $"\"s{n}\":{{\"kind\":\"wait\",\"seconds\":1,\"next\":\"end\"}}")}")
        ),
        (
            "many contract fields",
            bytes =>
                Flow(
                    "end",
                    Respond,
                    $"\"input\":{{\"type\":\"object\",\"properties\":{{{Many(bytes, 28, n => $"\"f{n}\":{{\"type\":\"string\"}}")}}}}},"
                )
        ),
        (
            "many patterns in the contract",
            bytes =>
                Flow(
                    "end",
                    Respond,
                    $"\"input\":{{\"type\":\"object\",\"properties\":{{{Many(bytes, 60, n => $"\"f{n}\":{{\"type\":\"string\",\"pattern\":\"^v{n}[a-z]+$\"}}")}}}}},"
                )
        ),
        (
            "many values in an enum",
            bytes =>
                Flow(
                    "end",
                    Respond,
                    $"\"input\":{{\"type\":\"object\",\"properties\":{{\"f\":{{\"enum\":[{Many(bytes, 12, n => $"{{\"a{n}\":1}}")}]}}}}}},"
                )
        ),
        (
            "many tests",
            bytes =>
                Flow(
                    "end",
                    Respond,
                    $"\"tests\":[{Many(bytes, 50, n => $"{{\"name\":\"t{n}\",\"expect\":{{\"status\":\"SUCCEEDED\"}}}}")}],"
                )
        ),
        (
            "tests with many answers",
            bytes =>
                Flow(
                    "s0",
                    $"{Many(bytes / 2, 85, n => Call($"s{n}", "/a", $"s{n + 1}"))},\"s{Count(bytes / 2, 85)}\":{{\"kind\":\"respond\",\"message\":\"m\"}}",
                    $"\"tests\":[{{\"name\":\"t\",\"answers\":{{{Many(bytes / 2, 14, n => $"\"s{n}\":[200]")}}},\"expect\":{{\"status\":\"SUCCEEDED\"}}}}],"
                )
        ),
        (
            "tests that name unknown steps",
            bytes =>
                Flow(
                    "end",
                    Respond,
                    $"\"tests\":[{{\"name\":\"t\",\"answers\":{{{Many(bytes, 14, n => $"\"x{n}\":[200]")}}},\"expect\":{{\"status\":\"SUCCEEDED\"}}}}],"
                )
        ),
        (
            "many outputs",
            bytes =>
                Flow(
                    "end",
                    $"\"end\":{{\"kind\":\"respond\",\"message\":\"m\",\"outputs\":{{{Many(bytes, 28, n => $"\"o{n}\":\"{{%$payload.f{n}%}}\"")}}}}}"
                )
        ),
        (
            "many runs of live flows",
            bytes =>
                Flow(
                    "s0",
                    Chain(
                        bytes,
                        (n, next) =>
                            $"\"s{n}\":{{\"kind\":\"runFlow\",\"flowId\":\"child{n}\",\"payload\":{{\"a\":{n}}},\"next\":\"{next}\"}}"
                    )
                )
        ),
        (
            "many runs of versions",
            bytes =>
                Flow(
                    "s0",
                    Chain(
                        bytes,
                        (n, next) =>
                            $"\"s{n}\":{{\"kind\":\"runFlow\",\"flowId\":\"child{n}\",\"version\":1,\"payload\":{{\"a\":{n}}},\"next\":\"{next}\"}}"
                    )
                )
        ),
        (
            "numbers only",
            bytes =>
                Flow(
                    "s0",
                    $"\"s0\":{{\"kind\":\"transform\",\"assign\":{{\"v\":[{Many(bytes, 2, _ => "1")}]}},\"next\":\"end\"}},{Respond}"
                )
        ),
        (
            "not JSON at its end",
            bytes =>
                Flow("s0", Chain(bytes, (n, next) => $"\"s{n}\":{{\"kind\":\"wait\",\"seconds\":1,\"next\":\"{next}\"}}"))[..^1]
        ),
        ("brackets only", bytes => new string('[', bytes)),
    ];

    /// <summary>The name of every shape.</summary>
    public static IEnumerable<string> Names => Writers.Select(shape => shape.Name);

    /// <summary>The document of a shape, of about so many bytes and not more than that.</summary>
    /// <param name="name">The shape.</param>
    /// <param name="bytes">The size.</param>
    public static string Of(string name, int bytes) => Writers.Single(shape => shape.Name == name).Write(bytes - 2_000);

    private static string Flow(string start, string steps, string members = "") =>
        $"{{\"flowId\":\"shape\",\"caller\":\"continues\",{members}\"start\":\"{start}\",\"steps\":{{{steps}}}}}";

    private static string Expression(string jsonata) =>
        Flow("s0", $"\"s0\":{{\"kind\":\"transform\",\"assign\":{{\"v\":\"{{%{jsonata}%}}\"}},\"next\":\"end\"}},{Respond}");

    private static string Call(string label, string path, string? next) =>
        $"\"{label}\":{{\"kind\":\"restApi\",\"connection\":\"crm\",\"method\":\"GET\",\"path\":\"{path}\"{(next is null ? "" : $",\"next\":\"{next}\"")}}}";

    private static int Count(int bytes, int each) => Math.Max(2, bytes / each);

    private static string Many(int bytes, int each, Func<int, string> item, string separator = ",") =>
        string.Join(separator, Enumerable.Range(0, Count(bytes, each)).Select(item));

    // Steps one after the other, as many as fit, and the answer.
    private static string Chain(int bytes, Func<int, string, string> step) =>
        Chain(bytes, step(100_000, "s100001").Length + 1, step);

    private static string Chain(int bytes, int each, Func<int, string, string> step)
    {
        var count = Count(bytes, each);
        return $"{string.Join(",", Enumerable.Range(0, count).Select(n => step(n, n == count - 1 ? "end" : $"s{n + 1}")))},{Respond}";
    }

    private static string ResultsReadAtTheEnd(int bytes)
    {
        var calls = Count(bytes, 105);
        return Flow(
            "s0",
            $"{string.Join(",", Enumerable.Range(0, calls).Select(n => Call($"s{n}", "/a", n == calls - 1 ? "all" : $"s{n + 1}")))},\"all\":{{\"kind\":\"transform\",\"assign\":{{\"all\":[{string.Join(",", Enumerable.Range(0, calls).Select(n => $"\"{{%$s{n}.body%}}\""))}]}},\"next\":\"end\"}},{Respond}"
        );
    }

    private static string WideDecision(int bytes)
    {
        var choices = Count(bytes, 120);
        return Flow(
            "d",
            $"\"d\":{{\"kind\":\"decision\",\"choices\":[{string.Join(",", Enumerable.Range(0, choices).Select(n => $"{{\"when\":\"{{%$payload.a={n}%}}\",\"next\":\"s{n}\"}}"))}],\"otherwise\":\"end\"}},{string.Join(",", Enumerable.Range(0, choices).Select(n => $"\"s{n}\":{{\"kind\":\"transform\",\"assign\":{{\"x\":{n}}},\"next\":\"end\"}}"))},{Respond}"
        );
    }

    // A loop around a loop around a loop: each has its counter, set before it, moved in it and compared at its end.
    private static string LoopsInLoops(int bytes)
    {
        var loops = Count(bytes, 250);
        var steps = new StringBuilder();
        for (var n = 0; n < loops; n++)
        {
            steps
                .Append($"\"s{n}\":{{\"kind\":\"transform\",\"assign\":{{\"i{n}\":0}},\"next\":\"b{n}\"}},")
                .Append(
                    $"\"b{n}\":{{\"kind\":\"transform\",\"assign\":{{\"i{n}\":\"{{%$i{n}+1%}}\"}},\"next\":\"{(n == loops - 1 ? $"d{n}" : $"s{n + 1}")}\"}},"
                )
                .Append(
                    $"\"d{n}\":{{\"kind\":\"decision\",\"choices\":[{{\"when\":\"{{%$i{n}<3%}}\",\"next\":\"b{n}\"}}],\"otherwise\":\"{(n == 0 ? "end" : $"d{n - 1}")}\"}},"
                );
        }

        return Flow("s0", steps + Respond);
    }

    private static string OneLoopManyCounters(int bytes)
    {
        var counters = Count(bytes, 130);
        var set = string.Join(",", Enumerable.Range(0, counters).Select(n => $"\"i{n}\":0"));
        var add = string.Join(",", Enumerable.Range(0, counters).Select(n => $"\"i{n}\":\"{{%$i{n}+1%}}\""));
        var decide = string.Join(
            ",",
            Enumerable
                .Range(0, counters)
                .Select(n =>
                    $"\"d{n}\":{{\"kind\":\"decision\",\"choices\":[{{\"when\":\"{{%$i{n}<9%}}\",\"next\":\"{(n == counters - 1 ? "add" : $"d{n + 1}")}\"}}],\"otherwise\":\"end\"}}"
                )
        );
        return Flow(
            "set",
            $"\"set\":{{\"kind\":\"transform\",\"assign\":{{{set}}},\"next\":\"add\"}},\"add\":{{\"kind\":\"transform\",\"assign\":{{{add}}},\"next\":\"d0\"}},{decide},{Respond}"
        );
    }

    private static string ManyVariables(int bytes)
    {
        var steps = Math.Max(2, (int)Math.Sqrt(bytes / 12));
        return Flow(
            "s0",
            string.Join(
                ",",
                Enumerable
                    .Range(0, steps)
                    .Select(n =>
                        $"\"s{n}\":{{\"kind\":\"transform\",\"assign\":{{{Many((bytes / steps) - 60, 14, v => $"\"v{n}_{v}\":1")}}},\"next\":\"{(n == steps - 1 ? "end" : $"s{n + 1}")}\"}}"
                    )
            )
                + ","
                + Respond
        );
    }

    private static string MaybeUnset(int bytes)
    {
        var steps = Count(bytes, 230);
        return Flow(
            "s0",
            string.Join(
                ",",
                Enumerable
                    .Range(0, steps)
                    .Select(n =>
                        $"\"s{n}\":{{\"kind\":\"decision\",\"choices\":[{{\"when\":\"{{%$payload.a={n}%}}\",\"next\":\"t{n}\"}}],\"otherwise\":\"{(n == steps - 1 ? "u0" : $"s{n + 1}")}\"}},\"t{n}\":{{\"kind\":\"transform\",\"assign\":{{\"v{n}\":1}},\"next\":\"{(n == steps - 1 ? "u0" : $"s{n + 1}")}\"}},\"u{n}\":{{\"kind\":\"transform\",\"assign\":{{\"w\":\"{{%$v{n}+$v{steps - 1 - n}%}}\"}},\"next\":\"{(n == steps - 1 ? "end" : $"u{n + 1}")}\"}}"
                    )
            )
                + ","
                + Respond
        );
    }

    // As deep as JSON is read: forEach in parallel in forEach, many of them side by side.
    private static string BodiesInBodies(int bytes)
    {
        const int Levels = 8;
        string Body(int number, int level) =>
            level == Levels
                ? Call($"c{number}", "{%'/a/'&$i0&$i7%}", null)
                : $"\"e{number}_{level}\":{{\"kind\":\"forEach\",\"items\":\"{{%$payload.list%}}\",\"atMost\":2,\"item\":\"i{level}\",\"index\":\"k{level}\",\"start\":\"{(level == Levels - 1 ? $"c{number}" : $"e{number}_{level + 1}")}\",\"steps\":{{{Body(number, level + 1)}}}}}";
        return Flow(
            "p",
            $"\"p\":{{\"kind\":\"parallel\",\"branches\":{{{Many(bytes, 1_100, n => $"\"b{n}\":{{\"start\":\"e{n}_0\",\"steps\":{{{Body(n, 0)}}}}}")}}},\"next\":\"end\"}},{Respond}"
        );
    }

    private static string Nested(int levels) =>
        $"{string.Concat(Enumerable.Range(0, levels).Select(n => $"{{\"k{n}\":"))}1{new string('}', levels)}";
}
