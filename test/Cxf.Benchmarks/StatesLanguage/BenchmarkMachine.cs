namespace Cxf.Benchmarks.StatesLanguage;

/// <summary>A machine to measure.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Definition">Its definition in JSONPath, which the peer runs too.</param>
/// <param name="Input">Its input.</param>
/// <param name="JsonataDefinition">The same machine in JSONata.</param>
internal sealed record BenchmarkMachine(string Name, string Definition, string Input, string JsonataDefinition)
{
    public static IReadOnlyList<BenchmarkMachine> All { get; } =
    [
        new(
            "Pass, Choice, Pass",
            """
            {"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"n":5},"Next":"B"},
             "B":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericGreaterThan":3,"Next":"C"}],"Default":"C"},
              "C":{"Type":"Pass","End":true}}}
            """,
            """{"n":1}""",
            """
            {"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","Output":{"n":5},"Next":"B"},
             "B":{"Type":"Choice","Choices":[{"Condition":"{% $states.input.n > 3 %}","Next":"C"}],"Default":"C"},
              "C":{"Type":"Pass","End":true}}}
            """
        ),
        new("chain of 1,000 Pass", Chain(1_000, ""), """{"n":1}""", Chain(1_000, "\"QueryLanguage\":\"JSONata\",")),
        new(
            "Map of 100 items",
            Map("", "\"ItemsPath\":\"$.items\""),
            Items,
            Map("\"QueryLanguage\":\"JSONata\",", "\"Items\":\"{% $states.input.items %}\"")
        ),
    ];

    private static string Items => $$"""{"items":[{{string.Join(',', Enumerable.Range(0, 100))}}]}""";

    /// <summary>So many Pass states one after the other.</summary>
    public static string Chain(int states, string more)
    {
        var chain = Enumerable
            .Range(0, states)
            .Select(index =>
                $"\"S{index}\":{{\"Type\":\"Pass\",{(index == states - 1 ? "\"End\":true" : $"\"Next\":\"S{index + 1}\"")}}}"
            );
        return "{" + more + "\"StartAt\":\"S0\",\"States\":{" + string.Join(',', chain) + "}}";
    }

    private static string Map(string more, string items) =>
        "{"
        + more
        + "\"StartAt\":\"M\",\"States\":{\"M\":{\"Type\":\"Map\","
        + items
        + ",\"ItemProcessor\":{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}},\"End\":true}}}";
}
