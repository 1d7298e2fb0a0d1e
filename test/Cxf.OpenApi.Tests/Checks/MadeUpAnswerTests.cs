using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Compiling;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Reading;

namespace Cxf.OpenApi.Tests.Checks;

/// <summary>Answers that are made of a description: for tests that leave them out, and at random.</summary>
public sealed class MadeUpAnswerTests
{
    private static readonly CompilationTarget Target = new(TenantId.Parse("acme"), 1, "arn:aws:lambda:us-east-1:1:function:call");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Operations =>
        [
            .. Apis.Names.SelectMany(api =>
                Apis.Describe(Apis.Document(api)).Operations.Keys.Select(operation => (api, operation))
            ),
        ];

    [Theory]
    [MemberData(nameof(Operations))]
    public void The_same_choices_make_the_same_answer(string api, string operation)
    {
        var described = Apis.Describe(Apis.Document(api)).Operations[operation];
        for (var seed = 0; seed < 100; seed++)
        {
            var choices = new ExampleChoices([], new Random(seed));
            var answer = ExampleAnswer.Of(described, choices);
            var again = ExampleAnswer.Of(described, new ExampleChoices(choices.Taken, null));
            Assert.Equal((answer.Status, answer.Body.GetRawText()), (again.Status, again.Body.GetRawText()));
            Assert.Contains(described.Answers, one => one.Number == answer.Status);
        }
    }

    [Theory]
    [InlineData("calendar")]
    [InlineData("crm")]
    [InlineData("desk")]
    public void An_answer_fits_its_schema(string api)
    {
        var stored = OpenApiImport.Read(Apis.Document(api), new ImportOptions()).Description!.Value;
        Assert.Empty(SentAnswers.Problems(stored, 100));
    }

    [Fact]
    public void The_plainest_answer_has_every_member_and_the_examples()
    {
        var answer = ExampleAnswer.Of(Apis.Describe(Apis.Document("desk")).Operations["findCustomers"], ExampleChoices.Plain);
        Assert.Equal("""[{"id":"C-7","number":"\u002B15550100","name":"Ada"}]""", answer.Body.GetRawText());
    }

    [Fact]
    public void A_test_may_leave_out_the_answers_of_described_calls()
    {
        var (flow, document) = Read("{% 'State ' & $call.body.state %}");
        var report = FlowTestRunner.Run(flow, FlowCompiler.Compile(flow, Target), Target, Cancel);
        Assert.Empty(report.ToDiagnostics(JsonSource.Parse(document)));
        Assert.Equal("State open", report.Results[0].Answer["message"]);
    }

    [Theory]
    [InlineData("{% $call.body.assignee.name %}", """{"id":"T-501","state":"open","subject":"text",""")]
    [InlineData("{% $call.body.comments[0].text %}", "\"assignee\":{\"name\":\"Grace\"")]
    public void An_optional_member_that_nobody_handles_is_found_and_made_plain(string message, string answer)
    {
        var (flow, _) = Read(message);
        for (var seed = 0; seed < 20; seed++)
        {
            var failed = Assert.Single(AnswerTrials.Run(flow, FlowCompiler.Compile(flow, Target), Target, 50, seed, Cancel));
            Assert.Equal("respond_1", failed.Failure.Step);
            Assert.Contains(answer, Assert.Single(failed.Answers).Value.GetRawText());
        }
    }

    [Theory]
    [InlineData("{% $call.body.state %}")]
    [InlineData("{% $exists($call.body.assignee) ? $call.body.assignee.name : 'nobody' %}")]
    public void What_handles_every_answer_passes(string message)
    {
        var (flow, _) = Read(message);
        Assert.Empty(AnswerTrials.Run(flow, FlowCompiler.Compile(flow, Target), Target, 50, 1, Cancel));
    }

    private static (Flows.Model.FlowDefinition Flow, string Document) Read(string message)
    {
        var document = DescribedFlow
            .Document("desk", """{"operation":"getTicket","parameters":{"ticket":"T-1"}}""", message)
            .Replace(
                "\"start\":",
                """
                "tests":[{"name":"t","payload":{"text":"a","number":7,"flag":true},"expect":{"status":"SUCCEEDED"}}],"start":
                """
            );
        var reading = FlowReader.Read(JsonSource.Parse(document), Apis.Tenant);
        Assert.NotNull(reading.Flow);
        return (reading.Flow, document);
    }
}
