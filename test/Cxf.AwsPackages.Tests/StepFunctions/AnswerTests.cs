using System.Net;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Cxf.AwsPackages.Tests.StepFunctions;

/// <summary>What a caller gets from what the service answers.</summary>
public sealed class AnswerTests
{
    [Fact]
    public async Task An_answer_has_its_members_status_and_request_id()
    {
        await using var server = await StepFunctionsServer.StartAsync(
            StubAnswer.Ok(
                """
                {"executionArn":"arn:e","status":"FAILED","error":"ApiTimeout","cause":null,"redriveCount":2,
                 "startDate":1700000000.123}
                """
            )
        );
        using var client = server.Client();

        var answer = await client.DescribeExecutionAsync(
            new DescribeExecutionRequest { ExecutionArn = "arn:e" },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.OK, answer.HttpStatusCode);
        Assert.Equal("11111111-2222-3333-4444-555555555555", answer.ResponseMetadata.RequestId);
        Assert.Equal("arn:e", answer.ExecutionArn);
        Assert.Same(ExecutionStatus.FAILED, answer.Status);
        Assert.Equal("ApiTimeout", answer.Error);
        Assert.Null(answer.Cause);
        Assert.Equal(2, answer.RedriveCount);
        Assert.Null(answer.StopDate);
        Assert.Equal(
            new DateTime(2023, 11, 14, 22, 13, 20, 123, DateTimeKind.Utc),
            answer.StartDate!.Value,
            TimeSpan.FromMicroseconds(1)
        );
        Assert.Equal(DateTimeKind.Utc, answer.StartDate.Value.Kind);
    }

    [Fact]
    public async Task Unknown_members_and_unknown_words_are_no_errors()
    {
        await using var server = await StepFunctionsServer.StartAsync(
            StubAnswer.Ok("""{"future":{"a":[1,{}]},"executionArn":"arn:e","status":"HALTED"}""")
        );
        using var client = server.Client();

        var answer = await client.DescribeExecutionAsync(
            new DescribeExecutionRequest { ExecutionArn = "arn:e" },
            TestContext.Current.CancellationToken
        );

        Assert.Equal("arn:e", answer.ExecutionArn);
        Assert.Equal("HALTED", answer.Status.Value);
    }

    [Fact]
    public async Task Collections_that_the_service_leaves_out_are_null()
    {
        await using var server = await StepFunctionsServer.StartAsync(StubAnswer.Ok("{}"));
        using var client = server.Client();

        var answer = await client.ListTagsForResourceAsync(
            new ListTagsForResourceRequest { ResourceArn = "a" },
            TestContext.Current.CancellationToken
        );

        Assert.Null(answer.Tags);
        Assert.Null(new CreateStateMachineRequest().Tags);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    public async Task An_operation_without_an_answer_accepts_an_empty_body(string body)
    {
        await using var server = await StepFunctionsServer.StartAsync(StubAnswer.Ok(body));
        using var client = server.Client();

        var answer = await client.DeleteStateMachineAsync(
            new DeleteStateMachineRequest { StateMachineArn = "a" },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.OK, answer.HttpStatusCode);
    }

    [Fact]
    public async Task An_answer_that_is_not_json_is_an_unmarshalling_error_with_the_request_id()
    {
        await using var server = await StepFunctionsServer.StartAsync(new StubAnswer(200, "<html>"));
        using var client = server.Client(config => config.MaxErrorRetry = 0);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() =>
            client.ListStateMachinesAsync(new ListStateMachinesRequest(), TestContext.Current.CancellationToken)
        );

        Assert.Equal("11111111-2222-3333-4444-555555555555", error.RequestId);
    }

    [Fact]
    public async Task A_history_has_each_event_with_its_own_details()
    {
        await using var server = await StepFunctionsServer.StartAsync(
            StubAnswer.Ok(
                """
                {"events":[
                  {"id":1,"previousEventId":0,"timestamp":1.25,"type":"ExecutionStarted",
                   "executionStartedEventDetails":{"input":"{}","inputDetails":{"truncated":false},"roleArn":"r"}},
                  {"id":2,"previousEventId":1,"timestamp":1.5,"type":"PassStateExited",
                   "stateExitedEventDetails":{"name":"p","output":"1","assignedVariables":{"x":"1"},
                    "assignedVariablesDetails":{"truncated":true}}},
                  {"id":3,"previousEventId":2,"timestamp":2,"type":"MapIterationFailed",
                   "mapIterationFailedEventDetails":{"name":"m","index":7}}],
                 "nextToken":"more"}
                """
            )
        );
        using var client = server.Client();

        var history = await client.GetExecutionHistoryAsync(
            new GetExecutionHistoryRequest { ExecutionArn = "e", MaxResults = 3 },
            TestContext.Current.CancellationToken
        );

        Assert.Equal("more", history.NextToken);
        Assert.Collection(
            history.Events,
            started =>
            {
                Assert.Same(HistoryEventType.ExecutionStarted, started.Type);
                Assert.Equal("{}", started.ExecutionStartedEventDetails.Input);
                Assert.False(started.ExecutionStartedEventDetails.InputDetails.Truncated);
                Assert.Null(started.StateExitedEventDetails);
                Assert.Equal(DateTime.UnixEpoch.AddSeconds(1.25), started.Timestamp);
            },
            exited =>
            {
                Assert.Equal((2, 1), (exited.Id, exited.PreviousEventId));
                Assert.Equal("1", exited.StateExitedEventDetails.AssignedVariables["x"]);
                Assert.True(exited.StateExitedEventDetails.AssignedVariablesDetails.Truncated);
            },
            failed => Assert.Equal(7, failed.MapIterationFailedEventDetails.Index)
        );
    }
}
