using Cxf.StatesLanguage.Protocol;

namespace Cxf.StatesLanguage.Tests.Service;

public sealed class OperationsTests
{
    // The API model of 2025-11-19.
    private static readonly string[] OfAws =
    [
        "CreateActivity",
        "CreateStateMachine",
        "CreateStateMachineAlias",
        "DeleteActivity",
        "DeleteStateMachine",
        "DeleteStateMachineAlias",
        "DeleteStateMachineVersion",
        "DescribeActivity",
        "DescribeExecution",
        "DescribeMapRun",
        "DescribeStateMachine",
        "DescribeStateMachineAlias",
        "DescribeStateMachineForExecution",
        "GetActivityTask",
        "GetExecutionHistory",
        "ListActivities",
        "ListExecutions",
        "ListMapRuns",
        "ListStateMachineAliases",
        "ListStateMachineVersions",
        "ListStateMachines",
        "ListTagsForResource",
        "PublishStateMachineVersion",
        "RedriveExecution",
        "SendTaskFailure",
        "SendTaskHeartbeat",
        "SendTaskSuccess",
        "StartExecution",
        "StartSyncExecution",
        "StopExecution",
        "TagResource",
        "TestState",
        "UntagResource",
        "UpdateMapRun",
        "UpdateStateMachine",
        "UpdateStateMachineAlias",
        "ValidateStateMachineDefinition",
    ];

    [Fact]
    public async Task Every_operation_of_AWS_answers()
    {
        using var local = new LocalService();
        var protocol = new StepFunctionsProtocol(local.Service);
        Assert.Equal(OfAws, protocol.Operations.Order(StringComparer.Ordinal));

        foreach (var operation in OfAws)
        {
            var answer = await protocol.InvokeAsync(operation, "{}"u8.ToArray(), TestContext.Current.CancellationToken);

            Assert.True(
                answer.ErrorCode is null or "ValidationException",
                $"{operation}: {System.Text.Encoding.UTF8.GetString(answer.Body.Span)}"
            );
        }
    }
}
