using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.StatesLanguage.Service;
using static Cxf.EndToEnd.Tests.Tenants.WarmDeployment;

namespace Cxf.EndToEnd.Tests.Tenants;

/// <summary>A tenant that is created under a deleted one's id has nothing of it, in a process that has served both.</summary>
public sealed class DeletedTenantTests : IAsyncLifetime
{
    private const string Instance = "arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-4333-8444-555555555555";
    private const string Other = "arn:aws:connect:us-east-1:111122223333:instance/99999999-2222-4333-8444-555555555555";
    private const string Contact = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe";
    private const string Secret = """{"token":"secret"}""";

    private static readonly FlowId Flow = FlowId.Parse("note");

    private RecordingPlatform _platform = null!;
    private WarmDeployment _deployment = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Callers => ["waits", "continues"];

    public async ValueTask InitializeAsync() =>
        (_platform, _deployment) = (await RecordingPlatform.StartAsync("crm"), await WarmDeployment.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _deployment.DisposeAsync();
        await _platform.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Its_runs_cannot_be_read_from_the_moment_that_it_is_deleted(string caller)
    {
        await CreateAsync(caller);
        var run = await RunAsync();
        Assert.Equal("SUCCEEDED", Status(await ResultAsync(run)));
        await _deployment.DeleteTenantAsync();
        Assert.Equal("REJECTED", Status(await ResultAsync(run)));
        Assert.Empty(Records());
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task The_same_step_of_the_same_contact_is_another_run_with_another_idempotency_key(string caller)
    {
        await CreateAsync(caller);
        var first = await RunAsync();
        Assert.Equal(first, await RunAsync());
        await _deployment.DeleteTenantAsync();
        await CreateAsync(caller);
        var second = await RunAsync();
        Assert.NotEqual(first, second);
        Assert.Equal("SUCCEEDED", Status(await ResultAsync(second)));
        Assert.Equal("RunNotStarted", (await ResultAsync(first)).GetProperty("errorCode").GetString());
        Assert.Equal(2, _platform.Keys.Distinct().Count());
        Assert.Equal(2, _platform.Keys.Count);
    }

    [Fact]
    public async Task An_instance_that_was_bound_to_the_old_one_is_not_bound_to_the_new_one()
    {
        await CreateAsync("waits", Other);
        await RunAsync(Other);
        await _deployment.DeleteTenantAsync();
        await CreateAsync("waits", Instance);
        Assert.Equal("TenantNotAllowed", (await AskAsync("ExecuteFlow", Other)).GetProperty("errorCode").GetString());
        await RunAsync(Instance);
    }

    [Fact]
    public async Task A_leftover_binding_does_not_bind_the_new_tenant()
    {
        await CreateAsync("waits", Instance);
        await _deployment.DeleteTenantAsync();
        await CreateAsync("waits", Other);
        await _deployment.DeleteTenantAsync();
        await CreateAsync("waits", Instance);

        // As a writer leaves it that was overtaken by the deletion.
        await _deployment.DynamoDb.UpdateItemAsync(
            new()
            {
                TableName = "config",
                Key = new() { ["pk"] = new($"INSTANCE#{Other}"), ["sk"] = new("INSTANCE") },
                UpdateExpression = "ADD #tenants :tenant",
                ExpressionAttributeNames = new() { ["#tenants"] = "tenants" },
                ExpressionAttributeValues = new() { [":tenant"] = new AttributeValue { SS = ["acme#1"] } },
            },
            Cancel
        );
        Assert.Equal("TenantNotAllowed", (await AskAsync("ExecuteFlow", Other)).GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task A_binding_that_is_written_by_hand_binds_the_tenant_that_is_there()
    {
        await CreateAsync("waits");
        await _deployment.DeleteTenantAsync();
        await CreateAsync("waits");
        await _deployment.DynamoDb.PutItemAsync(
            new()
            {
                TableName = "config",
                Item = new()
                {
                    ["pk"] = new($"INSTANCE#{Other}"),
                    ["sk"] = new("INSTANCE"),
                    ["tenants"] = new AttributeValue { SS = ["acme"] },
                },
            },
            Cancel
        );
        await RunAsync(Other);
    }

    [Theory]
    [InlineData("ExecuteFlow", "SUCCEEDED")]
    [InlineData("GetFlowResult", "FAILED")]
    public async Task A_function_that_knew_the_instance_without_it_lets_it_in_at_once(string function, string status)
    {
        await CreateAsync("waits");
        var run = await RunAsync();
        await _deployment.DeleteTenantAsync();
        await _deployment.Store.BindAsync(Instance, TenantId.Parse("globex"), Cancel);
        Assert.Equal(
            "TenantNotAllowed",
            (await AskAsync(function, Instance, ("runId", run))).GetProperty("errorCode").GetString()
        );
        await CreateAsync("waits");
        Assert.Equal(status, Status(await AskAsync(function, Instance, ("runId", run))));
    }

    [Fact]
    public async Task A_flow_that_only_the_old_one_had_is_not_found()
    {
        await CreateAsync("waits");
        await RunAsync();
        await _deployment.DeleteTenantAsync();
        await _deployment.Store.AddTenantAsync(Acme, Cancel);
        await _deployment.Store.BindAsync(Instance, Acme, Cancel);
        await AskAsync("ExecuteFlow");
        Assert.Single(_platform.Seen);
    }

    [Fact]
    public async Task Machines_of_both_generations_have_different_names_so_a_pending_deletion_blocks_nothing()
    {
        await CreateAsync("continues");
        var before = (await _deployment.Store.FindLiveAsync(Acme, Flow, Cancel))!.AliasArn;
        await _deployment.DeleteTenantAsync();
        await CreateAsync("continues");
        Assert.NotEqual(before, (await _deployment.Store.FindLiveAsync(Acme, Flow, Cancel))!.AliasArn);
        await _deployment.DeleteTenantAsync();
        Assert.Empty(_deployment.StepFunctions.ListStateMachines(new ListRequest(null)).StateMachines);
    }

    [Fact]
    public async Task An_execution_that_outlives_its_tenant_writes_to_its_own_generation()
    {
        await CreateAsync("waits");
        var run = await RunAsync();
        var record = new Dictionary<string, AttributeValue>
        {
            ["pk"] = new("TENANT#acme"),
            ["sk"] = new("RUN#" + run),
            ["claimedBy"] = new("arn"),
            ["endsBy"] = new() { N = "1" },
            ["status"] = new("SUCCEEDED"),
            ["output"] = new("""{"message":"secret"}"""),
        };
        await _deployment.DeleteTenantAsync();
        await _deployment.DynamoDb.PutItemAsync(new() { TableName = "runs", Item = record }, Cancel);
        Assert.Equal("REJECTED", Status(await ResultAsync(run)));
        await CreateAsync("waits");
        Assert.Equal("RunNotStarted", (await ResultAsync(run)).GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task Asking_again_for_a_deletion_that_broke_off_removes_its_records_too()
    {
        await CreateAsync("waits");
        await RunAsync();
        Assert.NotEmpty(Records());

        // As Parameter Store leaves it when it refuses what comes next.
        await _deployment.Store.EndGenerationAsync(Acme, Cancel);
        await _deployment.DeleteTenantAsync();
        Assert.Empty(Records());
    }

    [Fact]
    public async Task A_function_that_knew_a_deleted_flow_starts_the_flow_published_instead_of_it()
    {
        await CreateAsync("waits");
        await RunAsync();
        var request = new JsonObject
        {
            ["tenantId"] = "acme",
            ["flowId"] = Flow.Value,
            ["action"] = "delete",
        };
        Assert.Equal("DELETED", Status(await _deployment.AskAsync("PublishFlow", request)));
        await CreateAsync("continues");
        Assert.Equal("RUNNING", Status(await AskAsync("ExecuteFlow")));
    }

    private async Task CreateAsync(string caller, string instance = Instance)
    {
        var connection = $$"""{"baseUrl":"{{_platform.Url}}","auth":{"kind":"bearer"},"idempotencyHeader":"Idempotency-Key"}""";
        await _deployment.ConnectAsync(connection, Secret);
        await _deployment.Store.BindAsync(instance, Acme, Cancel);
        await _deployment.PublishAsync(
            Flow,
            $$"""
            {
              "flowId": "note",
              "caller": "{{caller}}",
              "start": "call",
              "steps": {
                "call": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/notes", "body": {},
                 "timeoutSeconds": 3, "next": "done" },
                "done": { "kind": "respond", "message": "Done." }
              }
            }
            """
        );
    }

    // Starts the flow, waits for its end and gives back the run.
    private async Task<string> RunAsync(string instance = Instance)
    {
        var answer = await AskAsync("ExecuteFlow", instance);
        Assert.True(Status(answer) is "SUCCEEDED" or "RUNNING", answer.GetRawText());
        var run = answer.GetProperty("runId").GetString()!;
        foreach (var execution in _deployment.StepFunctions.ViewAll().Where(view => view.Name == run))
        {
            await _deployment.StepFunctions.WhenEnded(execution.ExecutionArn, Cancel);
        }

        return run;
    }

    private Task<JsonElement> ResultAsync(string run) => AskAsync("GetFlowResult", Instance, ("runId", run));

    private Task<JsonElement> AskAsync(string function, string instance = Instance, params (string Name, string Value)[] more)
    {
        var parameters = new JsonObject
        {
            ["tenantId"] = "acme",
            ["flowId"] = "note",
            ["requestKey"] = "press-5",
        };
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return _deployment.AskAsync(
            function,
            new JsonObject
            {
                ["Details"] = new JsonObject
                {
                    ["ContactData"] = new JsonObject
                    {
                        ["ContactId"] = Contact,
                        ["InstanceARN"] = instance,
                        ["Channel"] = "VOICE",
                    },
                    ["Parameters"] = parameters,
                },
            }
        );
    }

    private static string? Status(JsonElement answer) => answer.GetProperty("status").GetString();

    private JsonArray Records() =>
        _deployment.Tables.Execute(
            "Query",
            JsonElement.Parse(
                """
                {"TableName":"runs","KeyConditionExpression":"pk = :tenant AND begins_with(sk, :run)",
                 "ExpressionAttributeValues":{":tenant":{"S":"TENANT#acme"},":run":{"S":"RUN#"}}}
                """
            )
        )["Items"]!.AsArray();
}
