using Cxf.Jsonata.Tests.Fuzzing;
using Cxf.Testing;

namespace Cxf.Jsonata.Tests.Reference;

public sealed class ReferencePropertyTests
{
    [Fact]
    public async Task Random_expressions_on_random_documents_have_the_results_of_the_reference()
    {
        const int seed = 20241129;
        var random = new Random(seed);
        var expressions = new RandomExpression(random);
        var documents = new RandomDocument(random, minItems: 1);
        var cases = new List<ReferenceCase>();
        for (var count = LongRun.Count(500, 20_000); count > 0; count--)
        {
            cases.Add(new ReferenceCase(expressions.Next(), documents.Next()?.ToJsonString() ?? "null"));
        }

        var outcomes = await ReferenceEngine.EvaluateAsync(cases, TestContext.Current.CancellationToken);
        var differences = cases
            .Zip(outcomes)
            .Where(pair => pair.Second.Crash is null)
            .Select(pair => (Case: pair.First, Theirs: pair.Second, Ours: ReferenceOutcome.Of(pair.First)))
            .Where(pair => !pair.Ours.Agrees(pair.Theirs))
            .Select(pair => $"{pair.Case.Expression}\n    on {pair.Case.Input}\n    ours {pair.Ours}\n    theirs {pair.Theirs}")
            .ToList();
        Assert.True(differences.Count == 0, string.Join("\n", differences.Take(20)));
    }
}
