using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Cxf.Functions.Secrets;
using Cxf.Local;
using Cxf.Local.Emulators.Tables;
using Cxf.StatesLanguage.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>A third party that takes each refresh token once, and functions that come and go.</summary>
public sealed class RotatedTokenTests
{
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

    [Fact]
    public async Task A_replaced_refresh_token_survives_the_end_of_the_process()
    {
        await using var ssm = await TablesEndpoint.StartAsync(0, TestContext.Current.CancellationToken);
        using var client = new AmazonSimpleSystemsManagementClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonSimpleSystemsManagementConfig
            {
                ServiceURL = ssm.Address.ToString(),
                AuthenticationRegion = LocalAccount.Region,
            }
        );
        await client.PutParameterAsync(
            new PutParameterRequest
            {
                Name = "/cxf/test/acme/crm",
                Type = ParameterType.SecureString,
                Value = """{"clientId":"app","clientSecret":"s","refreshToken":"r-1"}""",
            },
            TestContext.Current.CancellationToken
        );
        var valid = 1;
        await using var platform = await ThirdParty.StartAsync(async context =>
        {
            if (context.Request.Path != "/token")
            {
                await ThirdParty.AnswerAsync(context, "{}");
                return;
            }

            var form = await context.Request.ReadFormAsync();
            await (
                form["refresh_token"] == $"r-{valid}"
                    ? ThirdParty.AnswerAsync(context, $$"""{"access_token":"a","refresh_token":"r-{{++valid}}"}""")
                    : ThirdParty.AnswerAsync(context, """{"error":"invalid_grant"}""", StatusCodes.Status400BadRequest)
            );
        });

        foreach (var run in Enumerable.Range(1, 3))
        {
            await using var deployment = new CallApiDeployment(new SsmSecretSource(client, NullLogger.Instance));
            await deployment.PutConnectionAsync(
                "crm",
                $$"""{"baseUrl":"{{platform.Url}}","auth":{"kind":"oauth2RefreshToken","tokenUrl":"{{platform.Url}}token"} }"""
            );
            using var service = deployment.StartStepFunctions(Flow);
            var end = await CallApiDeployment.RunAsync(service, "ask", $"c0ffee-{run}", "{}");
            Assert.True(end.Status == ExecutionStatus.Succeeded, $"{run}: {end.Error} {end.Cause}");
        }

        Assert.Equal(4, valid);
        var stored = await client.GetParameterAsync(
            new GetParameterRequest { Name = "/cxf/test/acme/crm.rotated", WithDecryption = true },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(ParameterType.SecureString, stored.Parameter.Type);
        Assert.Contains("r-4", stored.Parameter.Value, StringComparison.Ordinal);
    }
}
