using System.Text.Json;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Emulators.StepFunctions;
using Cxf.StatesLanguage.Service;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>A state machine in this process whose tasks call functions in theirs, over Lambda's Invoke API.</summary>
public sealed class LambdaTaskTests(DeployedProcesses deployed)
{
    [Fact]
    public async Task A_task_gets_the_functions_answer() =>
        Assert.Equal(
            "InvalidRequest",
            (await RunAsync("cxf-local-ExecuteFlow:live", "{% $states.result.Payload.errorCode %}")).Output!.Trim('"')
        );

    [Fact]
    public async Task A_function_that_throws_fails_its_task_by_the_class_it_threw() =>
        Assert.Equal("ApiMisconfigured", (await RunAsync("cxf-local-CallApi:live", "none")).Error);

    [Fact]
    public async Task A_function_that_is_not_there_is_named_in_the_cause()
    {
        var view = await RunAsync("no-such-function", "none");

        Assert.Equal("Lambda.ResourceNotFoundException", view.Error);
        Assert.StartsWith("Function not found: no-such-function (Service: AWSLambda; Status Code: 404;", view.Cause);
    }

    private async Task<ExecutionView> RunAsync(string function, string output)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var endpoint = await LambdaEndpoint.StartAsync((await deployed.GetAsync()).Lambda, 0, stop);
        using var invoker = new LambdaEndpointInvoker(endpoint.Address);
        using var service = new StepFunctionsService(new StepFunctionsOptions { Lambda = invoker });
        var machine = service
            .CreateStateMachine(
                new CreateStateMachineRequest(
                    "call",
                    $$$"""
                    {"QueryLanguage":"JSONata","StartAt":"Call","States":{"Call":{"Type":"Task",
                     "Resource":"arn:aws:states:::lambda:invoke",
                      "Arguments":{"FunctionName":"{{{function}}}","Payload":{}},"Output":{{{JsonSerializer.Serialize(
                        output
                    )}}},"End":true} } }
                    """,
                    "arn:aws:iam::111111111111:role/r"
                )
            )
            .StateMachineArn;
        var arn = service.StartExecution(new StartExecutionRequest(machine)).ExecutionArn;
        await service.WhenEnded(arn, stop);
        return service.ViewOf(arn);
    }
}
