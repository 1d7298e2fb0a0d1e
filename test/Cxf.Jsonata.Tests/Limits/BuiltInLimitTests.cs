using Cxf.Jsonata.Functions;
using Cxf.Testing;

namespace Cxf.Jsonata.Tests.Limits;

/// <summary>
/// Every built-in function with extreme arguments: it answers, or its limits stop it, and it allocates little. By default every
/// thirteenth pair of arguments is tried, and others for each function; <c>CXF_LONG=1</c> tries all pairs.
/// </summary>
public sealed class BuiltInLimitTests
{
    private const int MaxAllocated = 64 << 20;

    private static readonly string[] Extremes =
    [
        "1e9",
        "-1e9",
        "1e308",
        "-1",
        "0",
        "0.5",
        "''",
        "'a'",
        "$pad('', 100000, 'ab')",
        "$pad('', 100000, '%')",
        "$pad('', 100000, '#')",
        "'[Y,1000000000-1000000000]'",
        "'[Y1,1000000000][M1,1000000000][D1,1000000000]'",
        "'[f0,1000000000]'",
        "'[H0,1000000000-1000000000]'",
        "$pad('', 90000, '0')",
        "$pad('', 90000, '0,')",
        "$pad('0.', 90000, '0')",
        "$pad('0e', 90000, '0')",
        "'W'",
        "'I'",
        "'A'",
        "'w;o'",
        "/(a*)*b/",
        "/(?=(a+)+$)b/",
        "[1..100000]",
        "[]",
        "{}",
        "{'a':[1..1000]}",
        "null",
        "true",
        "$string",
        "function($x){$pad($x, 1e9)}",
        "function($x,$y){[$x,$y]}",
        "$missing",
    ];

    public static TheoryData<string, JsonataDialect> Functions()
    {
        var functions = new TheoryData<string, JsonataDialect>();
        foreach (var dialect in Enum.GetValues<JsonataDialect>())
        {
            foreach (var name in FunctionLibrary.For(dialect).Names.Order(StringComparer.Ordinal))
            {
                functions.Add(name, dialect);
            }
        }

        return functions;
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_built_in_function_stays_within_its_limits(string name, JsonataDialect dialect)
    {
        // The work of an evaluation is counted, so the test does not depend on the speed of the machine.
        var options = new JsonataOptions
        {
            Dialect = dialect,
            Limits = JsonataLimits.StepFunctions with { AllocatedBytes = MaxAllocated / 4, StringLength = 1 << 20 },
        };
        string[] extremes = [.. Extremes, ""];
        var apart = LongRun.Count(13, 1);
        var pairs = extremes
            .SelectMany(first => extremes, (first, second) => (first, second))
            .Where((_, index) => (index + name.Length) % apart == 0);
        foreach (var (first, second) in pairs)
        {
            var arguments = string.Join(", ", new[] { first, second }.Where(argument => argument.Length > 0));
            var expression = JsonataExpression.Compile(
                $"${name}({arguments})",
                options with
                {
                    Budget = new WorkBudget(5_000_000),
                }
            );
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                expression.Evaluate(JsonataValue.Undefined, null, TestContext.Current.CancellationToken);
            }
            catch (JsonataException)
            {
                // A refusal is as good as an answer.
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < MaxAllocated, $"{expression.Text} allocated {allocated} bytes");
        }
    }

    [Theory]
    [InlineData("a", ".%")]
    [InlineData("a.b.c.d", "[%.x]")]
    [InlineData("a", ".(%.b)")]
    [InlineData("a.b", "{'k':%}.c")]
    [InlineData("a", "[%=1]")]
    public void A_chain_of_parents_is_compiled_in_little_work_or_refused(string start, string link)
    {
        var text = start + string.Concat(Enumerable.Repeat(link, 100_000 / link.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        JsonataExpression.TryCompile(text, null, out _, out _);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * (long)MaxAllocated);
    }
}
