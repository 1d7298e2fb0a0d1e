using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;

namespace Cxf.Flows.Tests.Compiling;

/// <summary>CallApi gets the instruction to ignore the body of an answer exactly where the flow cannot read it.</summary>
public sealed class AnswerUseTests
{
    private static readonly CompilationTarget Target = new(
        TenantId.Parse("acme"),
        1,
        "arn:aws:lambda:us-east-1:111122223333:function:cxf-dev-CallApi:live"
    );

    [Theory]
    [InlineData("plain $call.body")]
    [InlineData("{% $payload.x %}")]
    [InlineData("{% $call.status = 201 ? 'made' : 'kept' %}")]
    [InlineData("{% $string($call . status) & $call.headers.location & $call.durationMs & $call.attempts %}")]
    [InlineData("{% ($call := {'body': 1}; $call.body) %}")]
    public void A_body_that_no_expression_reads_is_ignored(string message) => Assert.True(IgnoresBody(message));

    [Theory]
    [InlineData("{% $call.body.id %}")]
    [InlineData("{% $call . body %}")]
    [InlineData("{% $string($call) %}")]
    [InlineData("{% $lookup($call, 'body') %}")]
    [InlineData("{% $call.*[0] %}")]
    [InlineData("{% $call.(status & body) %}")]
    [InlineData("{% $call[0].body %}")]
    [InlineData("{% $call.`body` %}")]
    [InlineData("{% $call/* the answer */.body %}")]
    [InlineData("{% $string($call.status.%.body) %}")]
    [InlineData("{% $call.status@$s.body %}")]
    [InlineData("{% ($f := function($a) { $a.body }; $f($call)) %}")]
    public void A_body_that_an_expression_may_read_is_not_ignored(string message) => Assert.False(IgnoresBody(message));

    [Theory]
    [InlineData("\"select\":\"id\",")]
    [InlineData("\"method\":\"GET\",\"paging\":{\"by\":\"link\"},")]
    public void A_body_that_is_selected_from_or_paged_through_is_read(string more) => Assert.False(IgnoresBody("Done.", more));

    [Fact]
    public void The_answer_of_a_step_that_ends_a_branch_is_read_as_its_result()
    {
        var states = States(
                """
                {"flowId":"f","caller":"continues","start":"both","steps":{
                  "both":{"kind":"parallel","next":"end","branches":{
                    "a":{"start":"first","steps":{
                      "first":{"kind":"restApi","connection":"crm","method":"POST","path":"/x","next":"last"},
                      "last":{"kind":"restApi","connection":"crm","method":"POST","path":"/x"}}},
                    "b":{"start":"pause","steps":{"pause":{"kind":"wait","seconds":1}}}}},
                  "end":{"kind":"respond","message":"Done."}}}
                """
            )
            .GetProperty("both")
            .GetProperty("Branches")[0]
            .GetProperty("States");
        Assert.Equal((true, false), (IgnoresBody(states.GetProperty("first")), IgnoresBody(states.GetProperty("last"))));
    }

    private static bool IgnoresBody(string message, string more = "") =>
        IgnoresBody(
            States(
                    $$$"""
                    {"flowId":"f","start":"call","steps":{
                      "call":{"kind":"restApi","connection":"crm",{{{(
                        more.Contains("method") ? "" : "\"method\":\"POST\","
                    )}}}{{{more}}}"path":"/x","next":"end"},
                      "end":{"kind":"respond","message":{{{JsonSerializer.Serialize(message)}}} } } }
                    """
                )
                .GetProperty("call")
        );

    private static bool IgnoresBody(JsonElement state) =>
        state.GetProperty("Arguments").GetProperty("Payload").TryGetProperty("ignoreBody", out var ignored)
        && ignored.GetBoolean();

    private static JsonElement States(string document)
    {
        var reading = Documents.Read(document);
        Assert.True(reading.Flow is not null, string.Join('\n', reading.Diagnostics));
        return JsonElement.Parse(FlowCompiler.Compile(reading.Flow, Target).Definition).GetProperty("States");
    }
}
