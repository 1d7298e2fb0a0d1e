using Cxf.Jsonata.Tests.Conformance;
using Cxf.Testing;

namespace Cxf.Jsonata.Tests.Analysis;

public sealed class TypeInferenceTests
{
    private static readonly Dictionary<string, JsonataShape> Variables = new()
    {
        ["text"] = JsonataShape.Text,
        ["number"] = JsonataShape.Number,
        ["flag"] = JsonataShape.Boolean,
        ["maybe"] = JsonataShape.Text.OrBe(JsonataKinds.Undefined),
        ["either"] = JsonataShape.Text.Or(JsonataShape.Number),
        ["list"] = JsonataShape.SomeArray with { Items = JsonataShape.Text },
        ["call"] = JsonataShape.Closed(
            new Dictionary<string, JsonataShape> { ["status"] = JsonataShape.Number, ["body"] = JsonataShape.Any }
        ),
        ["open"] = JsonataShape.SomeObject with
        {
            Fields = new Dictionary<string, JsonataShape> { ["name"] = JsonataShape.Text },
        },
    };

    [Theory]
    [InlineData("$text", JsonataKinds.String)]
    [InlineData("$number + 1", JsonataKinds.Number)]
    [InlineData("$call.status", JsonataKinds.Number)]
    [InlineData("$call.body.id", JsonataKinds.Any)]
    [InlineData("$open.name & '!'", JsonataKinds.String)]
    [InlineData("$open.other", JsonataKinds.Any)]
    [InlineData("$text.name", JsonataKinds.Undefined)]
    [InlineData("$number > 1 ? 'many' : 1", JsonataKinds.String | JsonataKinds.Number)]
    [InlineData("$flag ? 'yes'", JsonataKinds.String | JsonataKinds.Undefined)]
    [InlineData("$uppercase($text)", JsonataKinds.String)]
    [InlineData("$uppercase($maybe)", JsonataKinds.String | JsonataKinds.Undefined)]
    [InlineData("$exists($maybe)", JsonataKinds.Boolean)]
    [InlineData("$toMillis($text)", JsonataKinds.Number)]
    [InlineData("$toMillis($text, '[Y]')", JsonataKinds.Number | JsonataKinds.Undefined)]
    [InlineData("$fromMillis($number)", JsonataKinds.String)]
    [InlineData("$uppercase($text.none)", JsonataKinds.Undefined)]
    [InlineData("$round($text.none, 2)", JsonataKinds.Undefined)]
    [InlineData("$toMillis($text.none) < 5", JsonataKinds.Undefined)]
    [InlineData("1 + $text.none", JsonataKinds.Undefined)]
    [InlineData("$text.none = 5", JsonataKinds.Boolean)]
    [InlineData("$exists($text.none)", JsonataKinds.Boolean)]
    [InlineData("[1, 2]", JsonataKinds.Array)]
    [InlineData("{ 'a': 1 }.a", JsonataKinds.Number)]
    [InlineData("($x := 1; $x & '')", JsonataKinds.String)]
    [InlineData("$map($list, function($one) { $one })", JsonataKinds.Any)]
    public void The_result_has_the_kinds_that_an_evaluation_can_return(string expression, JsonataKinds kinds) =>
        Assert.Equal(kinds, Typing(expression).Result.Kinds);

    [Theory]
    [InlineData("'a' + 1", JsonataConflictKind.AlwaysFails)]
    [InlineData("1 - $text", JsonataConflictKind.AlwaysFails)]
    [InlineData("$call.status > '200'", JsonataConflictKind.AlwaysFails)]
    [InlineData("-$text", JsonataConflictKind.AlwaysFails)]
    [InlineData("$uppercase(1)", JsonataConflictKind.AlwaysFails)]
    [InlineData("$sum($text)", JsonataConflictKind.AlwaysFails)]
    [InlineData("$flag < true", JsonataConflictKind.AlwaysFails)]
    [InlineData("{ 1: 2 }", JsonataConflictKind.AlwaysFails)]
    [InlineData("$toMillis($open.date) < $now()", JsonataConflictKind.AlwaysFails)]
    [InlineData("$now() >= $length($open.name)", JsonataConflictKind.AlwaysFails)]
    [InlineData("$uppercase($open.name) + 1", JsonataConflictKind.AlwaysFails)]
    [InlineData("-$uppercase($open.name)", JsonataConflictKind.AlwaysFails)]
    [InlineData("$uppercase($length($open.name))", JsonataConflictKind.AlwaysFails)]
    [InlineData("{ $length($open.name): 2 }", JsonataConflictKind.AlwaysFails)]
    [InlineData("$call.status = '201'", JsonataConflictKind.NeverEqual)]
    [InlineData("$text != 1", JsonataConflictKind.NeverEqual)]
    [InlineData("$call.staus", JsonataConflictKind.NoSuchField)]
    public void A_certain_conflict_is_reported(string expression, JsonataConflictKind kind) =>
        Assert.Equal(kind, Assert.Single(Typing(expression).Conflicts).Kind);

    [Theory]
    [InlineData("$formatNumber($number)", "$formatNumber needs 2 arguments (a number, text), but this call has 1.")]
    [InlineData("$substring($text)", "$substring needs 2 arguments (text, a number), but this call has 1.")]
    [InlineData("$contains($text)", "$contains needs 2 arguments (text, text or a function), but this call has 1.")]
    [InlineData("$lookup($open)", "$lookup needs 2 arguments (a value, text), but this call has 1.")]
    public void A_call_without_all_arguments_says_which_ones_there_are(string expression, string message) =>
        Assert.Equal(message, Assert.Single(Typing(expression, JsonataShape.Undefined).Conflicts).Message);

    [Theory]
    [InlineData("$either + 1")]
    [InlineData("$maybe = 1 or $exists($maybe)")]
    [InlineData("$call.body + 1")]
    [InlineData("$toMillis($open.date) < $millis()")]
    [InlineData("$open.date < $now()")]
    [InlineData("$text.none + 1")]
    [InlineData("$number = $either")]
    [InlineData("$list[0] & 'x'")]
    [InlineData("$open.anything.at.all")]
    [InlineData("$sum($list.length)")]
    [InlineData("($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(5))")]
    public void A_possible_conflict_is_not_reported(string expression)
    {
        var typing = Typing(expression);
        Assert.DoesNotContain(typing.Conflicts, conflict => conflict.Kind == JsonataConflictKind.AlwaysFails);
    }

    [Fact]
    public void No_case_of_the_official_suite_contradicts_the_inferred_types()
    {
        Corpus.Folder("jsonata");
        var problems = CorpusSuite
            .Groups()
            .SelectMany(CorpusSuite.Cases)
            .Select(test => (test.Name, test.Expression, Problem: test.TypingProblem()))
            .Where(outcome => outcome.Problem is not null)
            .Select(outcome => $"{outcome.Name}: {outcome.Expression}\n    {outcome.Problem}")
            .ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    private static JsonataTyping Typing(string expression, JsonataShape? context = null) =>
        JsonataExpression.Compile(expression, JsonataOptions.StepFunctions).InferTypes(Variables, context);
}
