using Cxf.Jsonata.Tests.Conformance;
using Cxf.Jsonata.Tests.Fuzzing;
using Cxf.Jsonata.Tests.Reference;
using Cxf.Testing;

namespace Cxf.Jsonata.Tests.Syntax;

public sealed class RoundTripTests
{
    [Theory]
    [InlineData("a.b[c > 1][0].{\"x\": d}")]
    [InlineData("a@$x.b#$i[$i = 1]^(>c, d){e: $sum(f)}")]
    [InlineData("($f := function($x, $y)<n-n:n>{ $x ? $f(?, 1) : -$y }; $f)")]
    [InlineData("$ ~> |a.**|{'b': %.c}, ['d']| ~> $keys")]
    [InlineData("[1..3, /a\\/b/im, null, true]")]
    [InlineData("a[].b.*[]")]
    public void A_printed_expression_parses_to_the_same_tree(string text) => AssertRoundTrip(text);

    [Fact]
    public void A_printed_random_expression_parses_to_the_same_tree_and_has_the_same_result()
    {
        const int seed = 42;
        var random = new Random(seed);
        var expressions = new RandomExpression(random);
        var documents = new RandomDocument(random);
        for (var count = LongRun.Count(1_000, 50_000); count > 0; count--)
        {
            var text = expressions.Next();
            if (!JsonataExpression.TryCompile(text, null, out _, out _))
            {
                continue;
            }

            var printed = AssertRoundTrip(text);
            var document = documents.Next()?.ToJsonString() ?? "null";
            var (before, after) = (
                ReferenceOutcome.Of(new ReferenceCase(text, document)),
                ReferenceOutcome.Of(new ReferenceCase(printed, document))
            );
            Assert.True(before == after, $"{text}\n{printed}\n{document}\n{before}\n{after}");
        }
    }

    [Fact]
    public void Every_printed_expression_of_the_suite_parses_to_the_same_tree()
    {
        foreach (var test in CorpusSuite.Groups().SelectMany(CorpusSuite.Cases))
        {
            if (JsonataExpression.TryCompile(test.Expression, null, out _, out _))
            {
                AssertRoundTrip(test.Expression);
            }
        }
    }

    private static string AssertRoundTrip(string text)
    {
        Assert.True(
            JsonataExpression.TryCompile(text, null, out var first, out var problems),
            $"{text}\n{string.Join(" ", problems)}"
        );
        var printed = SyntaxPrinter.Print(first.SyntaxRoot);
        Assert.True(
            JsonataExpression.TryCompile(printed, null, out var again, out var errors),
            $"{text}\n{printed}\n{string.Join(" ", errors)}"
        );
        Assert.Equal(printed, SyntaxPrinter.Print(again.SyntaxRoot));
        return printed;
    }
}
