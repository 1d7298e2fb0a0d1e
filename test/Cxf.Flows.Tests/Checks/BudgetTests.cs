using System.Globalization;
using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.Flows.Reading;
using Cxf.Flows.Tests.FlowTests;
using Cxf.Jsonata;
using Cxf.Testing.Shapes;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Flows.Tests.Checks;

public sealed class BudgetTests
{
    private const int Small = 16_000;
    private const int Times = 4;

    public static TheoryData<string> Shapes => [.. FlowShapes.Names];

    /// <summary>
    /// Counted work and allocated bytes stand for processor time: unlike it they are the same on a busy machine.
    /// </summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_work_of_a_check_grows_with_the_document_whatever_its_shape(string shape)
    {
        var small = FlowShapes.Of(shape, Small);
        Check(small);
        var (little, littleBytes) = Check(small);
        var (much, muchBytes) = Check(FlowShapes.Of(shape, Small * Times));

        // A quadratic part would be sixteen times as much. Sets of variables have a bit for each variable of each step, which is
        // counted by the word.
        Assert.True(
            much <= (2 * Times * little) + 100_000,
            string.Create(CultureInfo.InvariantCulture, $"{little:N0} steps became {much:N0}.")
        );
        Assert.True(
            muchBytes <= (2 * Times * littleBytes) + 4_000_000,
            string.Create(CultureInfo.InvariantCulture, $"{littleBytes:N0} bytes became {muchBytes:N0}.")
        );
        Assert.True(
            much <= 60L * Small * Times,
            string.Create(CultureInfo.InvariantCulture, $"{much:N0} steps for {Small * Times:N0} bytes.")
        );
    }

    [Fact]
    public void A_document_larger_than_any_flow_is_refused_without_being_checked()
    {
        var document = FlowShapes.Of("one long text", FlowBudget.DocumentBytes + 10_000);
        var diagnostic = Assert.Single(FlowReader.Read(JsonSource.Parse(document)).Diagnostics);
        Assert.Equal((FlowCodes.BudgetExceeded, "A flow has at most"), (diagnostic.Code, "A flow has at most"));
        Assert.Contains("at most 1,048,576", diagnostic.Message);
        Assert.NotEmpty(diagnostic.Fix);
    }

    [Theory]
    [InlineData(FlowBudget.DocumentBytes, false)]
    [InlineData(FlowBudget.DocumentBytes + 1, true)]
    public void A_document_may_be_exactly_as_large_as_the_largest_flow(int bytes, bool refused) =>
        Assert.Equal(
            refused ? [FlowCodes.BudgetExceeded] : [],
            Read(Documents.Lead.PadRight(bytes)).Diagnostics.Select(said => said.Code)
        );

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void The_paths_of_all_values_may_be_exactly_as_long_together_as_the_limit(int over, bool refused)
    {
        var items = string.Join(',', Enumerable.Repeat("1", 334));
        var start = $$"""{"{{new string('a', 100_000)}}":[{{items}}]""";
        var missing = FlowBudget.PointerCharacters + over - JsonSource.Parse(start + "}").PointerCharacters;
        var source = JsonSource.Parse($$"""{{start}},"{{new string('b', (int)missing - 1)}}":1}""");
        Assert.Equal(FlowBudget.PointerCharacters + over, source.PointerCharacters);
        Assert.Equal(refused, FlowReader.Read(source).Diagnostics.Any(said => said.Message.StartsWith("Long names")));
    }

    [Theory]
    [InlineData("$length($pad('', 4194304, 'x'))", true)]
    [InlineData("$length($pad('', 4194305, 'x'))", false)]
    [InlineData("$count([1..1048576])", true)]
    [InlineData("$count([1..1048577])", false)]
    [InlineData("$sum($map([1..4], function($n) { $length($pad('', 3000000, 'x')) }))", true)]
    [InlineData("$sum($map([1..90], function($n) { $length($pad('', 3000000, 'x')) }))", false)]
    public void An_expression_of_a_test_may_use_so_much_and_no_more(string expression, bool isAllowed)
    {
        var test = $$"""{ "name": "one", "expect": { "status": "{{(isAllowed ? "SUCCEEDED" : "FAILED")}}" } }""";
        var document = FlowBuilder.Flow(
            $$"""
            "set": { "kind": "transform", "assign": { "n": "{% {{expression}} %}" }, "next": "say" },
            "say": { "kind": "respond", "message": "{% $string($n) %}" }
            """,
            "\"caller\":\"continues\","
        );
        var ran = Assert.Single(TestedLead.Run($$"""{{document[..^1]}},"tests":[{{test}}]}""").Results);
        Assert.Empty(ran.Differences);
    }

    [Fact]
    public void Names_that_make_every_path_long_are_refused() =>
        Assert.Equal(
            [FlowCodes.BudgetExceeded],
            Read(FlowShapes.Of("long names", 1 << 20)).Diagnostics.Select(said => said.Code)
        );

    [Fact]
    public void A_large_pattern_that_meets_a_long_text_of_a_test_is_work()
    {
        var text = new string('a', 900_000);
        var test = $$"""{"name":"long","payload":{"userInput":"{{text}}"},"expect":{"status":"SUCCEEDED"} }""";
        var flow = Documents.With("/input/properties/userInput/pattern", "\"a{4900}b\"");
        var problems = Documents.Problems(Documents.With("/tests", $"[{test}]", flow));
        Assert.Contains(FlowCodes.BudgetExceeded, problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData(WorkLimit.Work)]
    [InlineData(WorkLimit.Memory)]
    [InlineData(WorkLimit.Time)]
    public void A_check_beyond_its_budget_ends_with_a_diagnostic_and_no_flow(WorkLimit limit)
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
        var budget = limit switch
        {
            WorkLimit.Work => new WorkBudget(1_000),
            WorkLimit.Memory => new WorkBudget(long.MaxValue, 1_000),
            _ => WorkBudget.Unlimited().Within(clock, TimeSpan.Zero),
        };
        var reading = FlowReader.Read(JsonSource.Parse(FlowShapes.Of("loops in a row", Small)), null, budget);
        var diagnostic = Assert.Single(reading.Diagnostics, said => said.Code == FlowCodes.BudgetExceeded);
        Assert.Null(reading.Flow);
        Assert.Equal(limit, budget.Exceeded);
        Assert.Contains(
            limit switch
            {
                WorkLimit.Work => "more work",
                WorkLimit.Memory => "more memory",
                _ => "more time",
            },
            diagnostic.Message
        );
    }

    [Fact]
    public void Of_very_many_problems_of_one_kind_some_are_listed_and_the_rest_is_counted()
    {
        var said = Read(FlowShapes.Of("many unknown members", 30_000))
            .Diagnostics.Where(one => one.Code == FlowCodes.Unknown)
            .ToList();
        Assert.Equal(JsonDocumentReader.MaxOfOneCode + 1, said.Count);
        Assert.Contains("more problems of this kind are not listed", said[^1].Message);
    }

    [Fact]
    public void Values_made_of_the_value_before_do_not_double_the_work_each_time()
    {
        var conditions = string.Join(
            "",
            Enumerable.Range(0, 60).Select(n => $"$a{n + 1}:={{'l':$a{n},'r':$a{n}}};$b{n + 1}:={{'l':$b{n},'r':$b{n}}};")
        );
        var typing = JsonataExpression
            .Compile($"($a0:={{'x':1}};$b0:={{'x':'s'}};{conditions}$c ? $a60 : $b60)")
            .InferTypes(new Dictionary<string, JsonataShape>());
        Assert.Equal(JsonataKinds.Object, typing.Result.Kinds);
    }

    [Fact]
    public void More_parents_than_an_expression_may_have_are_an_error_in_it()
    {
        Assert.False(
            JsonataExpression.TryCompile($"a.b.({string.Join('.', Enumerable.Repeat('%', 50_000))})", null, out _, out var errors)
        );
        Assert.Contains(errors, error => error.Code == "U1001" && error.Message.Contains("parent operators"));
    }

    [Fact]
    public void A_row_of_conditions_of_any_length_says_what_it_bounds() =>
        Assert.Equal(
            20_000,
            JsonataExpression.Compile(string.Join(" and ", Enumerable.Repeat("$i < 5", 20_000))).BoundsWhen(true).Count
        );

    private static FlowReading Read(string document) => FlowReader.Read(JsonSource.Parse(document));

    private static (long Steps, long Bytes) Check(string document)
    {
        var budget = WorkBudget.Unlimited();
        var before = GC.GetAllocatedBytesForCurrentThread();
        FlowReader.Read(JsonSource.Parse(document), null, budget);
        return (budget.StepsUsed, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
