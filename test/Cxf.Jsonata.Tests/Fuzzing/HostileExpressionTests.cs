using Cxf.Testing;

namespace Cxf.Jsonata.Tests.Fuzzing;

public sealed class HostileExpressionTests
{
    private static readonly JsonataLimits Limits = new()
    {
        Time = TimeSpan.FromMilliseconds(500),
        Depth = 300,
        SequenceLength = 100_000,
        StringLength = 100_000,
        AllocatedBytes = 64 << 20,
        RegexTime = TimeSpan.FromMilliseconds(100),
    };

    [Theory]
    [InlineData(JsonataDialect.Standard, 1)]
    [InlineData(JsonataDialect.StepFunctions, 2)]
    public void Mutated_expressions_end_with_a_result_or_a_JsonataException(JsonataDialect dialect, int seed)
    {
        var mutator = new ExpressionMutator(seed);
        var documents = new RandomDocument(new Random(seed));
        var options = new JsonataOptions
        {
            Dialect = dialect,
            Limits = Limits,
            RandomSeed = seed,
        };
        for (var count = LongRun.Count(1_500, 100_000); count > 0; count--)
        {
            Run(mutator.Next(), documents.Next()?.ToJsonString() ?? "null", options);
        }
    }

    private static void Run(string text, string document, JsonataOptions options)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            if (JsonataExpression.TryCompile(text, options, out var expression, out var errors))
            {
                _ = (expression.FreeVariables, expression.ContextReferences, expression.IsConstant, expression.InputFields);
                _ = expression.Evaluate(JsonataValue.Parse(document)).ToString();
            }
            else
            {
                Assert.NotEmpty(errors);
                Assert.All(errors, error => Assert.NotEmpty(error.Render(text)));
            }
        }
        catch (JsonataException error)
        {
            Assert.NotEmpty(error.Message);
        }
        catch (Exception error)
        {
            Assert.Fail($"{error}\nexpression: {JsonataValue.From(text)}\ndocument: {document}");
        }

        var used = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Assert.True(used < 4L * options.Limits.AllocatedBytes, $"{used} bytes: {JsonataValue.From(text)} on {document}");
    }
}
