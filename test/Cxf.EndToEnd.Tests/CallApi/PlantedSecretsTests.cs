using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cxf.ApiCalls.Secrets;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.History;
using Microsoft.AspNetCore.Http;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>
/// Plants secrets in every kind of connection, lets the platform echo all it gets, and looks for them in everything that a run
/// leaves behind: the history, the outcome, CallApi's log and its metrics.
/// </summary>
public sealed class PlantedSecretsTests
{
    private static readonly Dictionary<string, string> Secrets = new()
    {
        ["username"] = "pl4nted-user",
        ["password"] = "pl4nted/pass+word\"<1>",
        ["token"] = "pl4nted-token",
        ["key"] = "pl4nted key&1",
        ["clientId"] = "pl4nted-client",
        ["clientSecret"] = "pl4nted-client-secret",
        ["refreshToken"] = "pl4nted-refresh",
        ["accessKeyId"] = "PL4NTEDKEYID",
        ["secretAccessKey"] = "pl4nted-secret-access-key",
        ["sessionToken"] = "pl4nted-session",
    };

    private const string AccessToken = "pl4nted-access-token";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Kinds =>
        [
            """{"kind":"basic"}""",
            """{"kind":"bearer"}""",
            """{"kind":"apiKeyHeader","header":"X-Key"}""",
            """{"kind":"apiKeyQuery","parameter":"key"}""",
            """{"kind":"oauth2ClientCredentials","tokenUrl":"TOKENS"}""",
            """{"kind":"oauth2ClientCredentials","tokenUrl":"TOKENS","clientSecretIn":"body"}""",
            """{"kind":"oauth2RefreshToken","tokenUrl":"TOKENS"}""",
            """{"kind":"jwtBearer","tokenUrl":"TOKENS","subject":"user"}""",
            """{"kind":"awsSignature","region":"eu-central-1","service":"execute-api"}""",
        ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_that_a_run_stores_contains_a_secret(string auth)
    {
        await using var platform = await ThirdParty.StartAsync(EchoAsync);
        await using var deployment = new CallApiDeployment(new PlantedSecrets());
        await deployment.PutConnectionAsync(
            "crm",
            $$"""
            {"baseUrl":"{{platform.Url}}","auth":{{auth.Replace("TOKENS", $"{platform.Url}token", StringComparison.Ordinal)}}}
            """
        );
        using var service = deployment.StartStepFunctions(Flow);
        var output = new StringBuilder();
        foreach (var status in new[] { 200, 302, 400, 401, 429, 500, 600 })
        {
            var run = await CallApiDeployment.RunAsync(
                service,
                "echo",
                $"c0ffee-{status}",
                $$"""{"status":{{status}},"mine":"data"}"""
            );

            Assert.Equal(status == 200 ? ExecutionStatus.Succeeded : ExecutionStatus.Failed, run.Status);
            var history = HistoryEventJson.Write(service.HistoryOf(run.ExecutionArn));
            Assert.Equal(status == 200, history.Contains("***", StringComparison.Ordinal));
            output.AppendLine(run.ToString()).AppendLine(history);
        }

        output.AppendJoin('\n', deployment.Log.Entries).AppendLine(deployment.Metrics);
        Assert.Contains("c0ffee-200/call", output.ToString(), StringComparison.Ordinal);
        AssertClean(output.ToString());
    }

    private static void AssertClean(string output)
    {
        foreach (
            var secret in Secrets
                .Values.Append(AccessToken)
                .Append(Pair("username", "password"))
                .Append(Pair("clientId", "clientSecret"))
        )
        {
            foreach (
                var spelling in new[]
                {
                    secret,
                    Uri.EscapeDataString(secret),
                    Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
                    JsonEncodedText.Encode(secret).ToString(),
                    JsonSerializer.Serialize(secret, Relaxed)[1..^1],
                }
            )
            {
                Assert.DoesNotContain(spelling, output, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain("PRIVATE KEY", output, StringComparison.Ordinal);

        static string Pair(string name, string password) => $"{Secrets[name]}:{Secrets[password]}";
    }

    private static Task EchoAsync(HttpContext context)
    {
        if (context.Request.Path == "/token")
        {
            return ThirdParty.AnswerAsync(
                context,
                $$"""{"access_token":"{{AccessToken}}","refresh_token":"{{Secrets["refreshToken"]}}"}"""
            );
        }

        var echo =
            $"{context.Request.QueryString} "
            + $"{string.Join(' ', context.Request.Headers.Select(header => $"{header.Key}={header.Value}"))}";
        foreach (var name in new[] { "X-Echo", "X-Request-Id", "X-Correlation-Id", "WWW-Authenticate" })
        {
            context.Response.Headers[name] = echo;
        }

        context.Response.Headers.Location = "http://localhost/" + context.Request.QueryString;
        var relaxed = JsonSerializer.Serialize(echo, Relaxed);
        return ThirdParty.AnswerAsync(
            context,
            $"[{JsonSerializer.Serialize(echo)},{relaxed},{relaxed.Replace("/", "\\/", StringComparison.Ordinal)}]",
            int.Parse(context.Request.Path.Value!.Split('/')[^1])
        );
    }

    private const string Flow = """
        {
          "flowId": "echo",
          "caller": "continues",
          "start": "call",
          "steps": {
            "call": {
              "kind": "restApi",
              "connection": "crm",
              "method": "POST",
              "timeoutSeconds": 60,
              "path": "{% '/echo/' & $payload.status %}",
              "body": { "mine": "{% $payload.mine %}" },
              "next": "done"
            },
            "done": { "kind": "respond", "message": "Done." }
          }
        }
        """;

    private sealed class PlantedSecrets : ISecretSource
    {
        private static readonly string Text = Create();

        public ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken) => new(Text);

        private static string Create()
        {
            using var key = RSA.Create(2048);
            return JsonSerializer.Serialize(
                new Dictionary<string, string>(Secrets) { ["privateKey"] = key.ExportPkcs8PrivateKeyPem() }
            );
        }
    }
}
