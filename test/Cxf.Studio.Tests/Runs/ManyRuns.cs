using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Runs;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Local;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.StepFunctions;
using Cxf.Local.Emulators.Tables;
using Cxf.Local.Publishing;
using Cxf.StatesLanguage.Service;
using StateMachineType = Cxf.Flows.Compiling.StateMachineType;

namespace Cxf.Studio.Tests.Runs;

/// <summary>A deployment with one flow, no functions, and as many runs as a test wants.</summary>
internal sealed class ManyRuns : IAsyncDisposable
{
    private const string Definition = """
        {
          "QueryLanguage": "JSONata",
          "StartAt": "decision_1",
          "States": {
            "decision_1": {
              "Type": "Choice",
              "Choices": [{"Condition": "{% $states.input.payload.fails %}", "Next": "fail_1"}],
              "Default": "respond_1"
            },
            "respond_1": {"Type": "Succeed"},
            "fail_1": {"Type": "Fail", "Error": "FlowFailed.ApiTimeout", "Cause": "Too late."}
          }
        }
        """;

    private static readonly TenantId Tenant = TenantId.Parse("acme");
    private static readonly FlowId Flow = FlowId.Parse("busy");

    private readonly StepFunctionsService _service = new(
        new StepFunctionsOptions { Region = LocalAccount.Region, AccountId = LocalAccount.Id }
    );
    private StepFunctionsEndpoint? _endpoint;
    private TablesEndpoint? _tables;
    private string _alias = "";

    public StageAddress Address => StageAddress.Local(_tables!.Address, _endpoint!.Uri);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ManyRuns> StartAsync()
    {
        var runs = new ManyRuns();
        runs._endpoint = await StepFunctionsEndpoint.StartAsync(runs._service, cancellationToken: Cancel);
        runs._tables = await TablesEndpoint.StartAsync(0, Cancel);
        await runs.PublishAsync();
        return runs;
    }

    /// <summary>Runs the flow for a contact; the run's ID.</summary>
    public async Task<string> RunAsync(string contact, bool fails = false)
    {
        var runId = $"{contact}-{Guid.NewGuid():N}";
        var input = $$$"""{"contact": {"contactId": "{{{contact}}}"}, "payload": {"fails": {{{(fails ? "true" : "false")}}}}}""";
        var started = _service.StartExecution(new StartExecutionRequest(_alias, runId, input));
        await _service.WhenEnded(started.ExecutionArn, Cancel);
        return runId;
    }

    public async ValueTask DisposeAsync()
    {
        await _endpoint!.DisposeAsync();
        await _tables!.DisposeAsync();
        _service.Dispose();
    }

    private async Task PublishAsync()
    {
        using var client = LocalClients.StepFunctions(_endpoint!.Uri);
        var machine = await client.CreateStateMachineAsync(
            new()
            {
                Name = StateMachineName.For(Address.Stage, Tenant, Flow),
                Definition = Definition,
                RoleArn = $"arn:aws:iam::{LocalAccount.Id}:role/cxf",
                Type = Amazon.StepFunctions.StateMachineType.STANDARD,
                Publish = true,
            },
            Cancel
        );
        await client.CreateStateMachineAliasAsync(
            new()
            {
                Name = "live",
                RoutingConfiguration = [new() { StateMachineVersionArn = machine.StateMachineVersionArn, Weight = 100 }],
            },
            Cancel
        );
        _alias = $"{machine.StateMachineArn}:live";
        using var tables = LocalClients.DynamoDb(_tables!.Address);
        var live = new LiveFlow(Flow, 1, "hash", _alias, StateMachineType.Standard, new PayloadContract("{}"), [])
        {
            TimeoutSeconds = 60,
        };
        await new DynamoDbConfigurationStore(tables, Address.Table).TryPutLiveAsync(Tenant, live, null, Cancel);
    }
}
