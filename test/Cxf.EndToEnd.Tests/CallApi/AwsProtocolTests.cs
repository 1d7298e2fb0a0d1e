using System.Text.Json;
using Cxf.ApiCalls.Secrets;
using Cxf.Local.Emulators.Tables;
using Cxf.StatesLanguage.Execution;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>AWS's JSON protocols (Smithy, "AWS JSON 1.0 protocol" and "1.1") from a flow, with signed requests.</summary>
public sealed class AwsProtocolTests
{
    [Fact]
    public async Task A_flow_writes_and_reads_a_table_of_a_DynamoDB_server()
    {
        await using var dynamoDb = await DynaliteServer.StartAsync();
        var run = await RunAsync(
            dynamoDb.Address,
            "dynamodb",
            $$"""
            "create": {{Step(
                "1.0",
                "DynamoDB_20120810.CreateTable",
                """
                {"TableName":"leads","KeySchema":[{"AttributeName":"k","KeyType":"HASH"}],
                 "AttributeDefinitions":[{"AttributeName":"k","AttributeType":"S"}],"BillingMode":"PAY_PER_REQUEST"}
                """,
                "put"
            )}},
            "put": {{Step(
                "1.0",
                "DynamoDB_20120810.PutItem",
                """{"TableName":"leads","Item":{"k":{"S":"lead-1"},"name":{"S":"{% $payload.name %}"}}}""",
                "get"
            )}},
            "get": {{Step("1.0", "DynamoDB_20120810.GetItem", """{"TableName":"leads","Key":{"k":{"S":"lead-1"}}}""", "done")}},
            "done": { "kind": "respond", "message": "{% $get.body.Item.name.S %}" }
            """,
            "create"
        );

        Assert.Equal("Zoë Müller", run.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_flow_writes_and_reads_a_parameter_of_Systems_Manager()
    {
        await using var ssm = await TablesEndpoint.StartAsync(0, TestContext.Current.CancellationToken);
        var run = await RunAsync(
            ssm.Address,
            "ssm",
            $$"""
            "put": {{Step(
                "1.1",
                "AmazonSSM.PutParameter",
                """{"Name":"/leads/last","Value":"{% $payload.name %}","Type":"String"}""",
                "get"
            )}},
            "get": {{Step("1.1", "AmazonSSM.GetParameter", """{"Name":"/leads/last"}""", "done")}},
            "done": { "kind": "respond", "message": "{% $get.body.Parameter.Value & ' ' & $get.headers.`content-type` %}" }
            """,
            "put"
        );

        Assert.Equal("Zoë Müller application/x-amz-json-1.1", run.GetProperty("message").GetString());
    }

    private static string Step(string version, string target, string body, string next) =>
        $$"""
            { "kind": "restApi", "connection": "aws", "method": "POST", "path": "/", "timeoutSeconds": 20,
              "headers": { "Content-Type": "application/x-amz-json-{{version}}", "X-Amz-Target": "{{target}}" },
               "body": {{body}}, "next": "{{next}}" }
            """;

    private static async Task<JsonElement> RunAsync(Uri service, string signingName, string steps, string start)
    {
        await using var deployment = new CallApiDeployment(new Keys());
        await deployment.PutConnectionAsync(
            "aws",
            $$"""
            {"baseUrl":"{{service}}","auth":{"kind":"awsSignature","region":"us-east-1","service":"{{signingName}}"},
             "localServices":true}
            """
        );
        using var stepFunctions = deployment.StartStepFunctions(
            $$"""
            { "flowId": "aws", "caller": "continues", "start": "{{start}}",
              "input": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] },
               "steps": { {{steps}} } }
            """
        );
        var execution = await CallApiDeployment.RunAsync(stepFunctions, "aws", "run-1", """{"name":"Zoë Müller"}""");
        Assert.True(execution.Status == ExecutionStatus.Succeeded, $"{execution.Error} {execution.Cause}\n{deployment.Log}");
        return JsonElement.Parse(execution.Output!);
    }

    private sealed class Keys : ISecretSource
    {
        public ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken) =>
            ValueTask.FromResult<string?>("""{"accessKeyId":"AKIDEXAMPLE","secretAccessKey":"key","sessionToken":"token"}""");
    }
}
