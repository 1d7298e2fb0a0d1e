using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores.DynamoDb;
using Cxf.Local;
using Cxf.Local.Deployment;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>
/// Each function's role against the calls that the function made on the wire: all of them allowed, and nothing more without a
/// reason.
/// </summary>
public sealed class RoleTests(DeployedProcesses deployed)
{
    private const string DeliveredByStepFunctions = "Step Functions sets up the delivery of the machines' log with their role.";

    private const string RunningOthers =
        "Only the machine of a flow that runs other flows (runFlow, live) starts, describes and stops them.";
    private const string HearingOfOthers =
        "Step Functions learns by a rule of its own in EventBridge that a flow it waits for (.sync) has ended.";

    // Allowed, and not to be seen in these calls: an action of every role, or of one.
    private static readonly Dictionary<string, string> Unseen = new()
    {
        ["logs:CreateLogStream"] = "Lambda's own service writes the log with the function's role.",
        ["logs:PutLogEvents"] = "Lambda's own service writes the log with the function's role.",
        ["CallApiFunction dynamodb:PutItem"] = "Keeps the last good answer of a call with a fallback; FallbackTests stores one.",
        ["ssm:PutParameter"] = "Keeps a rotated refresh token; RotatedTokenTests writes one.",
        ["xray:PutTraceSegments"] = "Lambda's own service sends traces with the function's role.",
        ["xray:PutTelemetryRecords"] = "Lambda's own service sends traces with the function's role.",
        ["logs:CreateLogDelivery"] = DeliveredByStepFunctions,
        ["logs:DeleteLogDelivery"] = DeliveredByStepFunctions,
        ["logs:DescribeLogGroups"] = DeliveredByStepFunctions,
        ["logs:DescribeResourcePolicies"] = DeliveredByStepFunctions,
        ["logs:GetLogDelivery"] = DeliveredByStepFunctions,
        ["logs:ListLogDeliveries"] = DeliveredByStepFunctions,
        ["logs:PutResourcePolicy"] = DeliveredByStepFunctions,
        ["logs:UpdateLogDelivery"] = DeliveredByStepFunctions,
        ["xray:GetSamplingRules"] = "Step Functions sends the machines' traces with their role.",
        ["xray:GetSamplingTargets"] = "Step Functions sends the machines' traces with their role.",
        ["states:StartExecution"] = RunningOthers,
        ["states:StartSyncExecution"] = RunningOthers,
        [$"{FunctionRoles.Machines} states:StopExecution"] = RunningOthers,
        ["events:DescribeRule"] = HearingOfOthers,
        ["events:PutRule"] = HearingOfOthers,
        ["events:PutTargets"] = HearingOfOthers,
        [$"{FunctionRoles.Machines} dynamodb:GetItem"] =
            "Only a machine that had to start a live flow twice reads the first start's record.",
        ["dynamodb:UpdateItem"] = "Only a machine that ended without writing its answer makes ExecuteFlow write one.",
        ["iam:PassRole"] = "Checked by Step Functions when a machine is created with a role; it is no call.",
        ["dynamodb:DescribeStream"] = "The event source mapping reads the stream with the function's role.",
        ["dynamodb:GetRecords"] = "The event source mapping reads the stream with the function's role.",
        ["dynamodb:GetShardIterator"] = "The event source mapping reads the stream with the function's role.",
        ["dynamodb:ListStreams"] = "The event source mapping reads the stream with the function's role.",
        ["sqs:SendMessage"] = "The event source mapping puts aside what failed with the function's role.",
        ["kms:Decrypt"] = "Parameter Store decrypts a secret with the function's role.",
        ["secretsmanager:GetSecretValue"] = "Parameter Store reads a referenced secret with the function's role.",
        ["states:DescribeExecution"] = "ExecuteFlow describes only what a retry of Connect's finds ended; see the retry tests.",
        ["states:StopExecution"] = "Only a flow that is deleted while it runs asks.",
        ["states:DeleteStateMachineVersion"] =
            "Only a machine with 1,000 versions, or one that an interrupted publish left behind, asks.",
        ["states:ListStateMachineVersions"] =
            "Only a machine with 1,000 versions, or one that an interrupted publish left behind, asks.",
    };

    [Fact]
    public async Task Every_call_is_allowed_and_every_permission_is_used_or_has_its_reason()
    {
        await deployed.GetAsync();
        await deployed.AskAsync("ExecuteFlow", ProcessTests.Event("connect-press-5.json", ProcessTests.NewContact()));
        await deployed.AskAsync("ExecuteFlow", ProcessTests.Event("connect-caller-continues.json", ProcessTests.NewContact()));
        await deployed.AskAsync("GetFlowResult", await QuestionForARunAsync());
        await ChangeAFlowAsync();
        await DeleteATenantAsync();
        var roles = FunctionRoles.Read(DeployedProcesses.TemplateFile);
        var calls = deployed.Calls.Where(call => roles.ContainsKey(call.Function)).ToList();
        Assert.Equal(roles.Keys.Order(), calls.Select(call => call.Function).Distinct().Order());
        Assert.All(
            calls,
            call =>
                Assert.True(
                    roles[call.Function].Any(permission => permission.Allows(call.Action, call.Resource)),
                    $"{call.Function} may not {call.Action} on {call.Resource}"
                )
        );
        var unused = roles.SelectMany(role =>
            role.Value.Where(permission => !calls.Exists(call => call.Function == role.Key && call.Action == permission.Action))
                .Select(permission => (Role: role.Key, permission.Action))
        );
        Assert.DoesNotContain(unused, one => !Unseen.ContainsKey(one.Action) && !Unseen.ContainsKey($"{one.Role} {one.Action}"));
    }

    private async Task<string> QuestionForARunAsync()
    {
        var contact = ProcessTests.NewContact();
        var answer = await deployed.AskAsync("ExecuteFlow", ProcessTests.Event("connect-caller-continues.json", contact));
        var question = System.Text.Json.Nodes.JsonNode.Parse(ProcessTests.Event("connect-caller-continues.json", contact))!;
        question["Details"]!["Parameters"]!["runId"] = answer.Text("runId");
        return question.ToJsonString();
    }

    // A machine is updated, not only created.
    private async Task ChangeAFlowAsync()
    {
        var store = await StoreAsync();
        var (tenant, flow) = (TenantId.Parse("acme"), FlowId.Parse("create_lead"));
        var draft = (await store.FindDraftAsync(tenant, flow, Cancel))!;
        await store.TryPutDraftAsync(tenant, flow, draft.Document.Replace("Thank you", "Many thanks"), draft.Revision, Cancel);
        var answer = await deployed.AskAsync("PublishFlow", """{"tenantId":"acme","flowId":"create_lead"}""");
        Assert.Equal("PUBLISHED", answer.Text("status"));
    }

    // A tenant of its own with a flow, a connection and a secret, which CallApi reads before the tenant goes.
    private async Task DeleteATenantAsync()
    {
        var store = await StoreAsync();
        var (tenant, flow, crm) = (TenantId.Parse("leaving"), FlowId.Parse("farewell"), ConnectionId.Parse("crm"));
        await store.AddTenantAsync(tenant, Cancel);
        await store.PutConnectionAsync(
            tenant,
            crm,
            """{"name":"Nowhere","baseUrl":"https://crm.invalid","auth":{"kind":"bearer"},"methods":["GET"]}""",
            Cancel
        );
        using var ssm = new AmazonSimpleSystemsManagementClient(
            Author,
            new AmazonSimpleSystemsManagementConfig
            {
                ServiceURL = deployed.ParametersAddress.ToString(),
                AuthenticationRegion = LocalAccount.Region,
            }
        );
        await ssm.PutParameterAsync(
            new()
            {
                Name = SecretName.For(StageName.Parse(LocalDeployment.Stage), tenant, crm).Value,
                Value = """{"token":"t"}""",
                Type = ParameterType.SecureString,
            },
            Cancel
        );
        await store.TryPutDraftAsync(
            tenant,
            flow,
            """{"flowId":"farewell","start":"end","steps":{"end":{"kind":"respond","message":"Goodbye."}}}""",
            null,
            Cancel
        );
        var published = await deployed.AskAsync("PublishFlow", """{"tenantId":"leaving","flowId":"farewell"}""");
        Assert.Equal("PUBLISHED", published.Text("status"));
        await deployed.AskAsync(
            "CallApi",
            """{"tenantId":"leaving","connectionId":"crm","request":{"method":"GET","path":"/leads"}}"""
        );
        var deleted = await deployed.AskAsync("PublishFlow", """{"tenantId":"leaving","action":"delete"}""");
        Assert.Equal("DELETED", deleted.Text("status"));
    }

    private async Task<DynamoDbConfigurationStore> StoreAsync()
    {
        var deployment = await deployed.GetAsync();
        return new DynamoDbConfigurationStore(
            new AmazonDynamoDBClient(
                Author,
                new AmazonDynamoDBConfig
                {
                    ServiceURL = deployment.TablesAddress.ToString(),
                    AuthenticationRegion = LocalAccount.Region,
                }
            ),
            "cxf-local-config"
        );
    }

    private static BasicAWSCredentials Author => new("author", "author");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
