using System.Collections.Concurrent;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Cxf.Functions.Secrets;
using Cxf.Local;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Service;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>Secrets over SSM's own protocol, with AWS's own client.</summary>
public sealed class SsmSecretTests : IAsyncDisposable
{
    private readonly ConcurrentQueue<JsonElement> _asked = new();
    private AmazonSimpleSystemsManagementClient? _client;
    private ThirdParty? _ssm;

    [Fact]
    public async Task A_secret_is_read_under_the_name_that_follows_from_stage_tenant_and_connection()
    {
        var (end, authorization) = await RunAsync(context =>
            ThirdParty.AnswerAsync(
                context,
                """{"Parameter":{"Name":"/cxf/test/acme/crm","Type":"SecureString","Value":"{\"token\":\"t0ken-of-acme\"}"}}"""
            )
        );

        Assert.Equal(ExecutionStatus.Succeeded, end.Status);
        Assert.Equal("Bearer t0ken-of-acme", authorization);
        var asked = Assert.Single(_asked);
        Assert.Equal(
            ("/cxf/test/acme/crm", true),
            (asked.GetProperty("Name").GetString(), asked.GetProperty("WithDecryption").GetBoolean())
        );
    }

    [Theory]
    [InlineData(400, "ParameterNotFound", "ApiMisconfigured")]
    [InlineData(400, "AccessDeniedException", "ApiUnavailable")]
    [InlineData(400, "InvalidKeyId", "ApiUnavailable")]
    public async Task A_secret_that_is_not_there_is_a_misconfiguration_and_one_that_cannot_be_read_an_outage(
        int status,
        string error,
        string word
    )
    {
        var (end, authorization) = await RunAsync(context =>
            ThirdParty.AnswerAsync(context, $$"""{"__type":"{{error}}","message":"User arn:aws:iam::1 may not"}""", status)
        );

        Assert.Equal((word, null), (end.Error, authorization));
        Assert.DoesNotContain("arn:", end.Cause, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await (_ssm?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task<(ExecutionView End, string? Authorization)> RunAsync(RequestDelegate answer)
    {
        _ssm = await ThirdParty.StartAsync(async context =>
        {
            Assert.Equal("AmazonSSM.GetParameter", context.Request.Headers["X-Amz-Target"]);
            _asked.Enqueue((await JsonDocument.ParseAsync(context.Request.Body)).RootElement);
            await answer(context);
        });
        _client = new AmazonSimpleSystemsManagementClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonSimpleSystemsManagementConfig
            {
                ServiceURL = _ssm.Url.ToString(),
                AuthenticationRegion = LocalAccount.Region,
            }
        );
        string? authorization = null;
        await using var platform = await ThirdParty.StartAsync(context =>
        {
            authorization = context.Request.Headers.Authorization;
            return ThirdParty.AnswerAsync(context, "{}");
        });
        await using var deployment = new CallApiDeployment(new SsmSecretSource(_client, NullLogger.Instance));
        await deployment.PutConnectionAsync("crm", $$"""{"baseUrl":"{{platform.Url}}","auth":{"kind":"bearer"} }""");
        using var service = deployment.StartStepFunctions(Flow);
        return (await CallApiDeployment.RunAsync(service, "ask", "c0ffee-1", "{}"), authorization);
    }

    private const string Flow = """
        {
          "flowId": "ask",
          "caller": "continues",
          "start": "call",
          "steps": {
            "call": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/leads", "timeoutSeconds": 20,
             "next": "done" },
            "done": { "kind": "respond", "message": "Done." }
          }
        }
        """;
}
