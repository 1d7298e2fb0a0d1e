using System.Text;
using System.Text.Json;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Emulators.Tables;

namespace Cxf.EndToEnd.Tests.Lambda;

public sealed class WarmStartTests
{
    [Fact]
    public async Task A_warm_function_starts_a_STANDARD_flow_with_one_round_trip_to_AWS()
    {
        await using var tables = await TablesEndpoint.StartAsync(0, TestContext.Current.CancellationToken);
        await using var toTables = await RecordingProxy.StartAsync();
        await using var toStepFunctions = await RecordingProxy.StartAsync();
        toTables.Target = tables.Address;
        using var samples = new FewSamples("acme/request_callback");
        await using var deployment = await ProcessDeployment.StartAsync(
            new ProcessDeploymentOptions
            {
                Template = DeployedProcesses.TemplateFile,
                ConfigurationFolder = samples.Path,
                Tables = toTables.Address,
                Functions = new FunctionOptions
                {
                    Executable = DeployedProcesses.Executable,
                    MaxProcesses = 1,
                    Environment = new Dictionary<string, string>
                    {
                        ["AWS_ENDPOINT_URL_SFN"] = toStepFunctions.Address.ToString(),
                    },
                },
            },
            TestContext.Current.CancellationToken
        );
        toStepFunctions.Target = deployment.StepFunctionsAddress;
        await deployment.PublishAsync(TestContext.Current.CancellationToken);

        Assert.Equal("RUNNING", await StatusAsync());
        var before = Calls().Count;
        Assert.Equal("RUNNING", await StatusAsync());
        Assert.Equal(["states:StartExecution"], Calls().Skip(before).Select(call => call.Action));

        // CallApi's own reads belong to the run, not to the caller's wait.
        List<RecordedCall> Calls() =>
            [.. toTables.Calls.Concat(toStepFunctions.Calls).Where(call => call.Function == "ExecuteFlowFunction")];

        async Task<string?> StatusAsync()
        {
            var received = ProcessTests.Event("connect-caller-continues.json", ProcessTests.NewContact());
            var result = await deployment.Lambda.InvokeAsync(
                deployment.Lambda.Find("ExecuteFlow")!,
                Encoding.UTF8.GetBytes(received),
                TestContext.Current.CancellationToken
            );
            return JsonElement.Parse(result.Payload.Span).Text("status");
        }
    }
}
