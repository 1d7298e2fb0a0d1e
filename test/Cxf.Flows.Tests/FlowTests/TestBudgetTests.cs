using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.FlowTests;
using Cxf.Jsonata;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Flows.Tests.FlowTests;

/// <summary>Flows whose tests would never end, or take more memory than the function has.</summary>
public sealed class TestBudgetTests
{
    private const long Steps = 2_000_000;

    private static readonly CompilationTarget Target = new(
        TenantId.Parse("acme"),
        1,
        "arn:aws:lambda:us-east-1:111122223333:function:CallApi:live"
    );

    public static TheoryData<string> Hungry =>
        [
            "$sum([1..1000].($i:=$; $sum([1..100000].($ * $i))))",
            "$count([1..1000000].[1..1000000])",
            "($f := function($n){ $n = 0 ? 0 : $f($n - 1) }; $sum([1..100000].$f(100000)))",
            "($a := $pad('', 4000000, 'x'); $count([1..100000].($a = $a & '')))",
            "($a := $pad('', 4000000, 'x'); $count([1..100000].$contains($a, 'y')))",
            "($a := $pad('', 400000, 'x'); $count([1..100000].$contains($a, /(x+x+)+y/)))",
            "($a := [1..1000000]; $count([1..100000].($a = $a)))",
            "($a := [1..1000000]; $count([1..100000].$reverse($a)))",
            "($a := [1..1000000]; $count([1..100000].$append($a, 1)))",
            "$length($join([1..1000000].$string($), $pad('', 1000000, 'x')))",
            "$count($sort([1..1000000], function($l, $r){ $l < $r }))",
            "$count($keys($merge([1..1000000].{ $string($): $ })))",
        ];

    [Theory]
    [MemberData(nameof(Hungry))]
    public void An_expression_that_takes_too_much_fails_its_test_and_what_all_tests_use_stays_bounded(string expression)
    {
        var budget = new WorkBudget(Steps, FlowBudget.TestBytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var report = Run(Looping(expression), budget);
        Assert.False(report.Passed);
        Assert.True(
            budget.Exceeded is not null || report.Results[0].Answer["errorCode"] == "FlowExpression",
            report.Results[0].Differences[0].ToString()
        );

        // What one evaluation may allocate comes on top of the budget before it is looked at.
        Assert.InRange(budget.StepsUsed, 1, 3 * Steps);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 2L << 30);
    }

    [Fact]
    public void A_flow_that_continues_after_each_error_ends_with_the_budget()
    {
        var budget = new WorkBudget(Steps, FlowBudget.TestBytes);
        Assert.False(Run(Looping("$sum([1..300000])"), budget).Passed);
        Assert.Equal(WorkLimit.Work, budget.Exceeded);
    }

    [Fact]
    public void Histories_of_large_values_are_bounded_together()
    {
        var budget = new WorkBudget(long.MaxValue, 8 << 20);
        var report = Run(Looping("$pad('', 200000, 'x')"), budget);
        Assert.Equal((WorkLimit.Memory, false), (budget.Exceeded, report.Passed));
        Assert.InRange(budget.BytesUsed, 8 << 20, 9 << 20);
    }

    [Fact]
    public void The_tests_after_the_one_that_spent_the_budget_do_not_run_and_one_diagnostic_says_so()
    {
        var document = Looping("$sum([1..1000000].($ * 2))", tests: 3);
        var report = Run(document, new WorkBudget(Steps, FlowBudget.TestBytes));
        var diagnostic = Assert.Single(report.ToDiagnostics(JsonSource.Parse(document)));
        Assert.Equal((FlowCodes.BudgetExceeded, "/tests/0", 1), (diagnostic.Code, diagnostic.Pointer, report.Results.Count));
        Assert.Contains("more work", diagnostic.Message);
        Assert.Contains("did not run", diagnostic.Message);
    }

    [Fact]
    public void Time_ends_what_no_count_would()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };
        var budget = WorkBudget.Unlimited().Within(clock, TimeSpan.FromSeconds(5));
        var report = Run(Looping("$sum([1..100000].($ * 2))"), budget);
        Assert.Equal((WorkLimit.Time, false), (budget.Exceeded, report.Passed));
    }

    [Fact]
    public void Many_tests_of_a_large_machine_are_bounded_too()
    {
        var steps = string.Concat(
            Enumerable
                .Range(0, 400)
                .Select(n => $"\"w{n}\":{{\"kind\":\"wait\",\"seconds\":1,\"next\":\"{(n == 399 ? "end" : $"w{n + 1}")}\"}},")
        );
        var budget = new WorkBudget(Steps, FlowBudget.TestBytes);
        var report = Run(
            """
            {"flowId":"f","caller":"continues","start":"w0","steps":{STEPS"end":{"kind":"respond","message":"m"}},"tests":[TESTS]}
            """.Replace("STEPS", steps).Replace("TESTS", string.Join(",", Enumerable.Range(0, 200).Select(Test))),
            budget
        );
        Assert.Equal(WorkLimit.Work, budget.Exceeded);
        Assert.InRange(report.Results.Count, 1, 100);
    }

    // The step takes its value again and again for as long as a history has room, whatever the error.
    private static string Looping(string expression, int tests = 1) =>
        """
            {"flowId":"f","caller":"continues","start":"set","steps":{
            "set":{"kind":"transform","assign":{"i":0},"next":"work"},
            "work":{"kind":"parallel","branches":{"b":{"start":"value","steps":{"value":{"kind":"transform",
             "assign":{"v":"{% EXPRESSION %}"}}}}},"onError":{"any":"add"},"next":"add"},
            "add":{"kind":"transform","assign":{"i":"{% $i + 1 %}"},"next":"again"},
            "again":{"kind":"decision","choices":[{"when":"{% $i < 2000 %}","next":"work"}],"otherwise":"end"},
            "end":{"kind":"respond","message":"m"}},
            "tests":[TESTS]}
            """.Replace("EXPRESSION", expression).Replace("TESTS", string.Join(",", Enumerable.Range(0, tests).Select(Test)));

    private static string Test(int number) =>
        """{"name":"tN","expect":{"status":"SUCCEEDED","message":"other"}}""".Replace("N", $"{number}");

    private static FlowTestReport Run(string document, WorkBudget budget)
    {
        var reading = Documents.Read(document);
        Assert.True(reading.Flow is not null, string.Join('\n', reading.Diagnostics));
        return FlowTestRunner.Run(
            reading.Flow,
            FlowCompiler.Compile(reading.Flow, Target),
            Target,
            budget,
            TestContext.Current.CancellationToken
        );
    }
}
