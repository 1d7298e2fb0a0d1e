using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Tests.Platform;
using Microsoft.AspNetCore.Http;

namespace Cxf.ApiCalls.Tests.Authentication;

/// <summary>Plants secrets in every kind of connection and looks for them in everything that comes out.</summary>
public sealed class PlantedSecrets
{
    private static readonly string[] Planted =
    [
        "pl4nted-user",
        "pl4nted/pass+word\"<1>",
        "pl4nted-token",
        "pl4nted key&1",
        "pl4nted-client",
        "pl4nted-client-secret",
        "pl4nted-refresh",
        "pl4nted-access-token",
        "pl4nted-secret-access-key",
        "pl4nted-session",
    ];

    public static TheoryData<string> Kinds =>
        ["basic", "bearer", "header", "query", "client", "clientBody", "refresh", "jwt", "aws"];

    private static readonly string Secret = CreateSecret();

    /// <summary>How the third party behaves: echoing all it got is the worst that it can do.</summary>
    public static TheoryData<string, int> Behaviours
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var kind in Kinds)
            {
                foreach (var status in new[] { 200, 302, 400, 401, 429, 500 })
                {
                    data.Add(kind.Data, status);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Behaviours))]
    public async Task No_output_holds_a_secret(string kind, int status)
    {
        await using var crm = await PlatformServer.StartAsync(context => EchoAsync(context, status));
        var records = new RecordedAttempts();
        using var caller = new ApiCaller(Given.Options with { Secrets = new FixedSecrets(Secret), Log = records });
        var connection = Given.ConnectionTo(crm.Url) with { Auth = Auth(kind, crm.Url), RedirectHosts = ["localhost"] };

        var outcome = await caller.CallAsync(connection, Given.Post("/echo", """{"mine":"data"}"""), Given.Cancellation);

        var output = new StringBuilder()
            .AppendLine(outcome.ToString())
            .AppendLine(outcome.Answer?.ToString())
            .AppendLine(outcome.Failure?.ToString())
            .AppendLine(outcome.Failure?.Message)
            .AppendLine(connection.ToString())
            .AppendLine(outcome.Answer is { } answer ? Encoding.UTF8.GetString(answer.ToUtf8().Span) : "")
            .AppendJoin('\n', records.All.Select(record => record.ToString()));
        AssertClean(output.ToString());
        Assert.Equal(status == 200, outcome.Succeeded);
        if (outcome.Answer is { } echoed)
        {
            Assert.Contains("***", echoed.Body.GetRawText(), StringComparison.Ordinal);
            Assert.Contains("mine", echoed.Body.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_exception_of_the_secret_store_gets_out()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var records = new RecordedAttempts();

        var outcome = await Given.CallAsync(
            Given.ConnectionTo(crm.Url) with
            {
                Auth = new BearerAuth(),
            },
            Given.Get("/"),
            Given.Options with
            {
                Secrets = new TalkativeSecrets(),
                Log = records,
            }
        );

        AssertClean($"{outcome.Failure} {outcome.Failure?.Message} {string.Join('\n', records.All)}");
    }

    private static void AssertClean(string output)
    {
        foreach (var secret in Planted)
        {
            foreach (
                var spelling in new[]
                {
                    secret,
                    Uri.EscapeDataString(secret),
                    Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
                    JsonEncodedText.Encode(secret).ToString(),
                }
            )
            {
                Assert.DoesNotContain(spelling, output, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain(
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Planted[0]}:{Planted[1]}")),
            output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("PRIVATE KEY", output, StringComparison.Ordinal);
    }

    private static string CreateSecret()
    {
        using var key = TestKeys.OpenRsa();
        return JsonSerializer.Serialize(
            new Dictionary<string, string>
            {
                ["username"] = Planted[0],
                ["password"] = Planted[1],
                ["token"] = Planted[2],
                ["key"] = Planted[3],
                ["clientId"] = Planted[4],
                ["clientSecret"] = Planted[5],
                ["refreshToken"] = Planted[6],
                ["privateKey"] = key.ExportPkcs8PrivateKeyPem(),
                ["accessKeyId"] = "AKIDEXAMPLE",
                ["secretAccessKey"] = Planted[8],
                ["sessionToken"] = Planted[9],
            }
        );
    }

    private static ApiAuth Auth(string kind, Uri url)
    {
        var tokenUrl = new Uri(url, "/token");
        return kind switch
        {
            "basic" => new BasicAuth(),
            "bearer" => new BearerAuth(),
            "header" => new ApiKeyHeaderAuth("X-Key"),
            "query" => new ApiKeyQueryAuth("key"),
            "client" => new ClientCredentialsAuth(tokenUrl, null, null, SecretInBody: false),
            "clientBody" => new ClientCredentialsAuth(tokenUrl, null, null, SecretInBody: true),
            "refresh" => new RefreshTokenAuth(tokenUrl, null, SecretInBody: true),
            "jwt" => new JwtBearerAuth(tokenUrl, null, null, "user", null),
            _ => new AwsSignatureAuth("eu-central-1", "execute-api"),
        };
    }

    private static Task EchoAsync(HttpContext context, int status)
    {
        context.Response.ContentType = "application/json";
        if (context.Request.Path == "/token")
        {
            return context.Response.WriteAsync($$"""{"access_token":"{{Planted[7]}}","refresh_token":"{{Planted[6]}}"}""");
        }

        context.Response.StatusCode = status;
        var echo =
            $"{context.Request.QueryString} "
            + $"{string.Join(' ', context.Request.Headers.Select(header => $"{header.Key}={header.Value}"))} mine";
        foreach (var name in new[] { "X-Echo", "X-Request-Id", "Location", "WWW-Authenticate" })
        {
            context.Response.Headers[name] = name == "Location" ? "http://localhost/" + context.Request.QueryString : echo;
        }

        var relaxed = JsonSerializer.Serialize(echo, RelaxedJson);
        return context.Response.WriteAsync(
            $"[{JsonSerializer.Serialize(echo)},{relaxed},{relaxed.Replace("/", "\\/", StringComparison.Ordinal)}]"
        );
    }

    private static readonly JsonSerializerOptions RelaxedJson = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed class TalkativeSecrets : Secrets.ISecretSource
    {
        public ValueTask<string?> GetAsync(Secrets.SecretName name, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"Could not decrypt {Planted[2]}");
    }
}
