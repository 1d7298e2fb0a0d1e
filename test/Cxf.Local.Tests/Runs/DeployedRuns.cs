using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions.Runs;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.StepFunctions;
using Cxf.Local.Emulators.Tables;
using Cxf.Local.Tests.Commands;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;
using Cxf.Testing;

namespace Cxf.Local.Tests.Runs;

/// <summary>
/// Two flows of a tenant whose call fails, an EXPRESS and a STANDARD one, in the services that <c>cxf start</c> serves. The third
/// party is down until a test says otherwise.
/// </summary>
internal sealed class DeployedRuns : IAsyncDisposable, ILambdaInvoker
{
    public const string PlantedName = "Wilhelmina Planted";
    public const string PlantedPhone = "+12025550100";

    private const string Definition = """
        {
          "Comment": "CXF tenant acme, flow quick, version 3, compiler 1",
          "QueryLanguage": "JSONata",
          "StartAt": "find_lead",
          "States": {
            "find_lead": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {
                "FunctionName": "CallApi",
                "Payload": {
                  "tenantId": "acme", "connectionId": "crm",
                  "idempotencyKey": "{% $states.context.Execution.Name & ':find_lead' %}",
                  "request": {"method": "POST", "path": "/leads", "body": "{% $states.input.payload %}"}
                }
              },
              "Assign": {"lead": "{% $states.result.Payload.body %}"},
              "Retry": [{"ErrorEquals": ["ApiUnavailable"], "MaxAttempts": 1, "IntervalSeconds": 1}],
              "Next": "answer"
            },
            "answer": {"Type": "Succeed", "Output": {"message": "Your number is {% $lead.id %}.", "outputs": {}}}
          }
        }
        """;

    private static readonly StageName Stage = StageName.Parse("local");

    private readonly StepFunctionsService _service;
    private StepFunctionsEndpoint? _endpoint;
    private TablesEndpoint? _tables;

    private DeployedRuns() =>
        _service = new StepFunctionsService(
            new StepFunctionsOptions
            {
                Lambda = this,
                TimeProvider = new HurriedTime(),
                Threads = Environment.ProcessorCount,
                Region = LocalAccount.Region,
                AccountId = LocalAccount.Id,
            }
        );

    public static TenantId Tenant { get; } = TenantId.Parse("acme");

    public static FlowId Express { get; } = FlowId.Parse("quick");

    public static FlowId Standard { get; } = FlowId.Parse("long-running");

    public bool IsDown { get; set; } = true;

    public List<string> IdempotencyKeys { get; } = [];

    public TablesEndpoint Tables => _tables!;

    public StepFunctionsService Service => _service;

    public string[] Target => ["--stage", "local", "--endpoint", $"{_tables!.Address}", "--step-functions", $"{_endpoint!.Uri}"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<DeployedRuns> StartAsync(
        string level = "ALL",
        bool includesData = true,
        string standardLevel = "FATAL"
    )
    {
        var deployed = new DeployedRuns();
        deployed._endpoint = await StepFunctionsEndpoint.StartAsync(deployed._service, cancellationToken: Cancel);
        deployed._tables = await TablesEndpoint.StartAsync(0, Cancel);
        await deployed.PublishAsync(Express, Cxf.Flows.Compiling.StateMachineType.Express, level, includesData);
        await deployed.PublishAsync(Standard, Cxf.Flows.Compiling.StateMachineType.Standard, standardLevel, includesData);
        return deployed;
    }

    /// <summary>Starts a run of a contact and waits for its end; its ID.</summary>
    public async Task<string> RunAsync(FlowId flow, string contact)
    {
        var runId = $"{contact}-{Guid.NewGuid():N}";
        var arn = _service
            .StartExecution(
                new Cxf.StatesLanguage.Service.StartExecutionRequest(
                    $"{ArnOf(flow)}:live",
                    runId,
                    new JsonObject
                    {
                        ["contact"] = new JsonObject { ["contactId"] = contact },
                        ["payload"] = new JsonObject
                        {
                            ["lastName"] = PlantedName,
                            ["reachedBy"] = PlantedPhone,
                            ["note"] = PlantedName,
                        },
                    }.ToJsonString()
                )
            )
            .ExecutionArn;
        await _service.WhenEnded(arn, Cancel);
        return runId;
    }

    /// <summary>Writes the record of a run that claimed.</summary>
    public void Record(string runId, string status = "FAILED")
    {
        var item = new JsonObject
        {
            [RunRecord.PartitionKey] = Text(RunRecord.PartitionOf(Tenant, 0)),
            [RunRecord.SortKey] = Text(RunRecord.RunPrefix + runId),
            [RunRecord.ClaimedBy] = Text($"{ArnOf(Express).Replace("stateMachine", "express")}:{runId}:1"),
            [RunRecord.StartedAt] = Text(DateTimeOffset.UtcNow.ToString("O")),
            [RunRecord.EndsBy] = new JsonObject { ["N"] = "1" },
            [RunRecord.Status] = Text(status),
            [RunRecord.Error] = Text("ApiUnavailable"),
            [RunRecord.Cause] = Text("The API did not answer."),
        };
        Tables.Tables.Execute(
            "PutItem",
            JsonElement.Parse(new JsonObject { ["TableName"] = "cxf-local-runs", ["Item"] = item }.ToJsonString())
        );
    }

    public async Task<(int Code, string Output)> CxfAsync(params string[] arguments)
    {
        var (code, output, error) = await CxfCommandTests.RunAsync([.. arguments, .. Target]);
        return (code, output + error);
    }

    public ValueTask<LambdaResult> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        lock (IdempotencyKeys)
        {
            IdempotencyKeys.Add(JsonElement.Parse(payload.Span).GetProperty("idempotencyKey").GetString()!);
        }

        return ValueTask.FromResult(
            IsDown
                ? new LambdaResult(
                    """{"errorType":"ApiUnavailable","errorMessage":"The API did not answer: 503."}"""u8.ToArray(),
                    true,
                    "1"
                )
                : new LambdaResult("""{"status":201,"body":{"id":"L-7"}}"""u8.ToArray(), false, "1")
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _endpoint!.DisposeAsync();
        await _tables!.DisposeAsync();
        _service.Dispose();
    }

    private static JsonObject Text(string text) => new() { ["S"] = text };

    private static string ArnOf(FlowId flow) =>
        $"arn:aws:states:{LocalAccount.Region}:{LocalAccount.Id}:stateMachine:{StateMachineName.For(Stage, Tenant, flow)}";

    private async Task PublishAsync(FlowId flow, Cxf.Flows.Compiling.StateMachineType type, string level, bool includesData)
    {
        var isExpress = type == Cxf.Flows.Compiling.StateMachineType.Express;
        var machine = await LoggedMachine.CreateAsync(
            _endpoint!.Uri,
            StateMachineName.For(Stage, Tenant, flow),
            Definition.Replace("\"Your number is {% $lead.id %}.\"", "\"{% 'Your number is ' & $lead.id & '.' %}\""),
            type,
            level,
            includesData
        );
        using var client = LocalClients.DynamoDb(_tables!.Address);
        var store = new DynamoDbConfigurationStore(client, "cxf-local-config");
        await store.TryAddVersionAsync(
            Tenant,
            new FlowVersion
            {
                Flow = flow,
                Version = 3,
                Document = "{}",
                ContentHash = "hash",
                CreatedAt = DateTimeOffset.UtcNow,
                Type = type,
                InputContract = "{}",
                ContactFields = [],
                TimeoutSeconds = 60,
            },
            Cancel
        );
        await store.TryPutMachineVersionAsync(Tenant, flow, 3, machine.VersionArn, Cancel);
        await store.TryPutLiveAsync(
            Tenant,
            new LiveFlow(flow, 3, "hash", $"{machine.Arn}:live", type, new PayloadContract("{}"), [])
            {
                ClaimsRuns = isExpress,
                TimeoutSeconds = 60,
            },
            null,
            Cancel
        );
    }
}
