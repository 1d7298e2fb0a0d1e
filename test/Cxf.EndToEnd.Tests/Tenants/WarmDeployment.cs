using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using Cxf.ApiCalls;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions;
using Cxf.Functions.CallApi;
using Cxf.Functions.Deployment;
using Cxf.Functions.ExecuteFlow;
using Cxf.Functions.GetFlowResult;
using Cxf.Functions.PublishFlow;
using Cxf.Functions.Secrets;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Local;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.StepFunctions;
using Cxf.Local.Emulators.Tables;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks.DynamoDb;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cxf.EndToEnd.Tests.Tenants;

/// <summary>
/// All functions in one process that stays warm, with the caches and ages that they have on AWS, on tables and Parameter Store
/// behind AWS's own clients and protocols.
/// </summary>
internal sealed class WarmDeployment : IAsyncDisposable
{
    public static readonly TenantId Acme = TenantId.Parse("acme");
    public static readonly ConnectionId Crm = ConnectionId.Parse("crm");

    private static readonly StageName Stage = StageName.Parse("test");

    private readonly TablesEndpoint _tables;
    private readonly DynamoDbEndpointTasks _tableTasks;
    private readonly StepFunctionsEndpoint _endpoint;
    private readonly ServiceProvider _services;
    private readonly LocalFunctions _functions;

    private WarmDeployment(
        TablesEndpoint tables,
        DynamoDbEndpointTasks tableTasks,
        StepFunctionsService service,
        StepFunctionsEndpoint endpoint,
        LocalFunctions functions,
        Func<ISecretSource, ISecretSource> secrets
    )
    {
        (_tables, _tableTasks, StepFunctions, _endpoint, _functions) = (tables, tableTasks, service, endpoint, functions);
        var settings = new DeploymentSettings
        {
            Stage = Stage,
            ConfigTable = "config",
            RunsTable = "runs",
            StateMachineArnPrefix = $"arn:aws:states:{LocalAccount.Region}:{LocalAccount.Id}:stateMachine:",
            StateMachineRoleArn = $"arn:aws:iam::{LocalAccount.Id}:role/machines",
            CallApiArn = Arn("CallApi"),
        };
        Ssm = LocalClients.ParameterStore(tables.Address);
        DynamoDb = LocalClients.DynamoDb(tables.Address);
        Store = new DynamoDbConfigurationStore(DynamoDb, settings.ConfigTable);
        _services = new ServiceCollection()
            .AddFunctions(settings)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IConfigurationStore>(Store)
            .AddSingleton(DynamoDb)
            .AddSingleton(Ssm)
            .AddSingleton<IAmazonStepFunctions>(_ => LocalClients.StepFunctions(endpoint.Uri))
            .AddSingleton(
                new ApiCallerOptions
                {
                    Stage = Stage,
                    Secrets = secrets(new SsmSecretSource(Ssm, NullLogger.Instance)),
                    Policy = new OutboundPolicy { AllowLoopback = true },
                }
            )
            .BuildServiceProvider();
        functions.Add(Arn("CallApi"), (received, _) => _services.GetRequiredService<CallApiFunction>().CallApi(received));
        functions.Add(Arn("ExecuteFlow"), _services.GetRequiredService<ExecuteFlowFunction>().ExecuteFlow);
        functions.Add(Arn("GetFlowResult"), _services.GetRequiredService<GetFlowResultFunction>().GetFlowResult);
        functions.Add(
            Arn("PublishFlow"),
            (received, _) => _services.GetRequiredService<PublishFlowFunction>().PublishFlow(received)
        );
    }

    public StepFunctionsService StepFunctions { get; }

    public IAmazonSimpleSystemsManagement Ssm { get; }

    public IAmazonDynamoDB DynamoDb { get; }

    public IConfigurationStore Store { get; }

    public InMemoryDynamoDb Tables => _tables.Tables;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<WarmDeployment> StartAsync(Func<ISecretSource, ISecretSource>? secrets = null)
    {
        var tables = await TablesEndpoint.StartAsync(0, Cancel);
        var tasks = new DynamoDbEndpointTasks(tables.Address);
        var functions = new LocalFunctions();
        var service = new StepFunctionsService(
            new StepFunctionsOptions
            {
                Lambda = functions,
                DynamoDb = tasks,
                Region = LocalAccount.Region,
                AccountId = LocalAccount.Id,
            }
        );
        var endpoint = await StepFunctionsEndpoint.StartAsync(service, cancellationToken: Cancel);
        return new WarmDeployment(tables, tasks, service, endpoint, functions, secrets ?? (source => source));
    }

    public Task ConnectAsync(string document, string? secret = null, ConnectionId? connection = null) =>
        ConnectAsync(Acme, document, secret, connection);

    /// <summary>Writes a connection, then its secret.</summary>
    public async Task ConnectAsync(TenantId tenant, string document, string? secret, ConnectionId? connection)
    {
        await Store.AddTenantAsync(tenant, Cancel);
        await Store.PutConnectionAsync(tenant, connection ?? Crm, document, Cancel);
        if (secret is not null)
        {
            await SetSecretAsync(secret, tenant, connection);
        }
    }

    public Task SetSecretAsync(string secret, TenantId? tenant = null, ConnectionId? connection = null) =>
        Ssm.PutParameterAsync(
            new()
            {
                Name = SecretName.For(Stage, tenant ?? Acme, connection ?? Crm).Value,
                Value = secret,
                Type = "SecureString",
                Overwrite = true,
            },
            Cancel
        );

    public async Task<JsonElement> PublishAsync(FlowId flow, string document)
    {
        var before = await Store.FindDraftAsync(Acme, flow, Cancel);
        await Store.TryPutDraftAsync(Acme, flow, document, before?.Revision, Cancel);
        var answer = await AskAsync("PublishFlow", new JsonObject { ["tenantId"] = "acme", ["flowId"] = flow.Value });
        Assert.True(answer.GetProperty("status").GetString() == "PUBLISHED", answer.GetRawText());
        return answer;
    }

    public async Task DeleteTenantAsync()
    {
        var answer = await AskAsync("PublishFlow", new JsonObject { ["tenantId"] = "acme", ["action"] = "delete" });
        Assert.True(answer.GetProperty("status").GetString() == "DELETED", answer.GetRawText());
    }

    /// <summary>CallApi's answer, or Lambda's error document.</summary>
    public Task<JsonElement> CallApiAsync(ConnectionId? connection = null, int generation = 0) =>
        AskAsync(
            "CallApi",
            new JsonObject
            {
                ["tenantId"] = "acme",
                ["generation"] = generation,
                ["connectionId"] = (connection ?? Crm).Value,
                ["request"] = new JsonObject { ["method"] = "GET", ["path"] = "/leads" },
            }
        );

    public async Task<JsonElement> AskAsync(string function, JsonObject request)
    {
        var result = await _functions.InvokeAsync(Arn(function), Encoding.UTF8.GetBytes(request.ToJsonString()), Cancel);
        return JsonElement.Parse(result.Payload.Span);
    }

    private static string Arn(string function) => LocalDeployment.FunctionArn(function, Stage.Value);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _endpoint.DisposeAsync();
        StepFunctions.Dispose();
        _tableTasks.Dispose();
        await _tables.DisposeAsync();
    }
}
