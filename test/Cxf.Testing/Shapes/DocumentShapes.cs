using static Cxf.Testing.Shapes.FlowText;

namespace Cxf.Testing.Shapes;

/// <summary>Documents with a large contract or many tests, and documents with many errors of shape.</summary>
internal static class DocumentShapes
{
    public static Dictionary<string, Func<int, string>> Writers { get; } =
        new()
        {
            ["many unknown members"] = count =>
                Flow("s0", $"\"s0\":{{\"kind\":\"respond\",\"message\":\"m\",{Many(count, n => $"\"u{n}\":{n}")}}}"),
            ["the same label everywhere"] = count =>
                Flow("s0", Many(count, _ => "\"s0\":{\"kind\":\"respond\",\"message\":\"m\"}")),
            ["labels taken in branches"] = count => Flow("p", $"{Parallel("p", count, _ => Scope("s", Wait("s", null)))},{End}"),
            ["unknown next steps, all similar"] = count =>
                Flow("step_number_0", Many(count, n => Wait($"step_number_{n}", $"step_nunber_{n + 1}"))),
            ["many contract fields"] = count => Taking(Many(count, n => $"\"f{n}\":{{\"type\":\"string\"}}")),
            ["many patterns in the contract"] = count =>
                Taking(Many(count, n => $"\"f{n}\":{{\"type\":\"string\",\"pattern\":\"^v{n}[a-z]+$\"}}")),
            ["many values in an enum"] = count => Taking($"\"f\":{{\"enum\":[{Many(count, n => $"{{\"a{n}\":1}}")}]}}"),
            ["many tests"] = count => Tested("end", End, Many(count, n => Test($"t{n}"))),
            ["tests with many answers"] = count =>
                Tested("s0", Chain(count, (n, next) => Call($"s{n}", "/a", next)), Test("t", Answers(count, "s"))),
            ["tests that name unknown steps"] = count => Tested("end", End, Test("t", Answers(count, "x"))),
            ["not JSON at its end"] = count => Flow("s0", Chain(count, (n, next) => Wait($"s{n}", next)))[..^1],
            ["brackets only"] = count => new string('[', count),
        };

    private static string Taking(string properties) =>
        Flow("end", End, $"\"input\":{{\"type\":\"object\",\"properties\":{{{properties}}}}},");

    private static string Tested(string start, string steps, string tests) => Flow(start, steps, $"\"tests\":[{tests}],");

    private static string Test(string name, string answers = "") =>
        $"{{\"name\":\"{name}\",{answers}\"expect\":{{\"status\":\"SUCCEEDED\"}}}}";

    private static string Answers(int count, string label) => $"\"answers\":{{{Many(count, n => $"\"{label}{n}\":[200]")}}},";
}
