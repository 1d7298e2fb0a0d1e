using Amazon.StepFunctions.Model;

namespace Cxf.AwsPackages.Tests.StepFunctions;

/// <summary>Lists read page by page.</summary>
public sealed class PaginatorTests
{
    [Fact]
    public async Task All_pages_are_read_until_none_is_left()
    {
        await using var server = await StepFunctionsServer.StartAsync(
            StubAnswer.Ok("""{"events":[{"id":1,"type":"ExecutionStarted"}],"nextToken":"t1"}"""),
            StubAnswer.Ok("""{"events":[],"nextToken":"t2"}"""),
            StubAnswer.Ok("""{"events":[{"id":2,"type":"ExecutionSucceeded"}]}""")
        );
        using var client = server.Client();
        var paginator = client.Paginators.GetExecutionHistory(new GetExecutionHistoryRequest { ExecutionArn = "e" });

        var ids = new List<long?>();
        await foreach (var one in paginator.Events.WithCancellation(TestContext.Current.CancellationToken))
        {
            ids.Add(one.Id);
        }

        Assert.Equal([1, 2], ids);
        Assert.Equal(
            [
                """{"executionArn":"e"}""",
                """{"executionArn":"e","nextToken":"t1"}""",
                """{"executionArn":"e","nextToken":"t2"}""",
            ],
            server.Requests.Select(request => request.Text)
        );
    }

    [Fact]
    public async Task A_paginator_can_be_walked_once()
    {
        await using var server = await StepFunctionsServer.StartAsync(StubAnswer.Ok("""{"stateMachines":[]}"""));
        using var client = server.Client();
        var paginator = client.Paginators.ListStateMachines(new ListStateMachinesRequest());
        var cancellation = TestContext.Current.CancellationToken;

        Assert.Empty(await paginator.StateMachines.ToListAsync(cancellation));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await paginator.Responses.ToListAsync(cancellation));
    }
}
