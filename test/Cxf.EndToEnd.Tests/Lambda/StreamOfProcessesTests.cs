using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Lambda;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>The stream of <c>cxf start</c>'s tables into the real PublishFlow process.</summary>
public sealed class StreamOfProcessesTests
{
    private static readonly TenantId Acme = TenantId.Parse("acme");
    private static readonly FlowId Lead = FlowId.Parse("create_lead");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unreadable_requests_are_answered_and_temporary_failures_are_retried()
    {
        await using var stepFunctions = await RecordingProxy.StartAsync();
        var log = new ProcessLog();
        await using var deployment = await ProcessDeployment.StartAsync(
            new ProcessDeploymentOptions
            {
                Template = DeployedProcesses.TemplateFile,
                Functions = new FunctionOptions
                {
                    Executable = DeployedProcesses.Executable,
                    Log = log.Add,
                    Environment = new Dictionary<string, string> { ["AWS_ENDPOINT_URL_SFN"] = stepFunctions.Address.ToString() },
                },
            },
            Cancel
        );
        stepFunctions.Target = deployment.StepFunctionsAddress;
        using var client = LocalClients.DynamoDb(deployment.TablesAddress);
        var store = new DynamoDbConfigurationStore(client, "cxf-local-config");

        await client.PutItemAsync(
            new PutItemRequest(
                "cxf-local-config",
                new()
                {
                    ["pk"] = new("TENANT#acme"),
                    ["sk"] = new("FLOW#poison#REQUEST"),
                    ["request"] = new("no JSON"),
                    ["number"] = new() { N = "1" },
                }
            ),
            Cancel
        );
        var number = await store.PutRequestAsync(Acme, Lead, """{"revision":1}""", Cancel);
        Assert.Equal("PUBLISHED", await StatusAsync(store, log, Lead, number));
        Assert.Equal("REJECTED", await StatusAsync(store, log, FlowId.Parse("poison"), 1));

        // What Step Functions says while somebody else changes the machine; it passes.
        stepFunctions.Error = "ConflictException";
        number = await store.PutRequestAsync(Acme, Lead, """{"revision":1}""", Cancel);
        await log.SeeAsync(line => line.Contains("ConflictException", StringComparison.Ordinal));
        Assert.NotEqual(number, (await store.FindOutcomeAsync(Acme, Lead, Cancel))!.Request);
        stepFunctions.Error = null;
        Assert.Equal("UNCHANGED", await StatusAsync(store, log, Lead, number));
        Assert.DoesNotContain(log.Lines, line => line.StartsWith("Dead letters", StringComparison.Ordinal));
    }

    private static async Task<string?> StatusAsync(DynamoDbConfigurationStore store, ProcessLog log, FlowId flow, int number)
    {
        RequestOutcome? outcome = null;
        await log.UntilAsync(async () => (outcome = await store.FindOutcomeAsync(Acme, flow, Cancel))?.Request == number);
        return JsonElement.Parse(outcome!.Answer).GetProperty("status").GetString();
    }
}
