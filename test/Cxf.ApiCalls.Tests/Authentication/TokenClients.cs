using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;
using Microsoft.AspNetCore.Http;

namespace Cxf.ApiCalls.Tests.Authentication;

/// <summary>How clients authenticate to token endpoints, and what these can answer.</summary>
public sealed class TokenClients : IDisposable
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private readonly RSA _key = TestKeys.OpenRsa();

    public static TheoryData<string, string> Kinds =>
        new()
        {
            { "oauth2ClientCredentials", "client_credentials" },
            { "oauth2RefreshToken", "refresh_token" },
            { "jwtBearer", "urn:ietf:params:oauth:grant-type:jwt-bearer" },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_client_can_authenticate_with_a_signed_assertion(string kind, string grantType)
    {
        await using var server = await StartAsync();

        var form = await AskAsync(
            server,
            kind,
            """, "clientAssertion": {"keyId": "key-1", "audience": "https://issuer.example"}"""
        );

        Assert.Equal(grantType, form["grant_type"]);
        Assert.Equal(("app", AssertionType), (form["client_id"], form["client_assertion_type"]));
        Assert.DoesNotContain("client_secret", form.Keys);
        Assert.DoesNotContain("Authorization", server.Seen[0].Headers.Keys);
        var (header, claims) = Verified(form["client_assertion"]);
        Assert.Equal("key-1", header.GetProperty("kid").GetString());
        Assert.Equal(
            ("app", "app", "https://issuer.example"),
            (claims.GetProperty("iss").GetString(), claims.GetProperty("sub").GetString(), claims.GetProperty("aud").GetString())
        );
        Assert.NotEmpty(claims.GetProperty("jti").GetString()!);
    }

    [Fact]
    public async Task The_assertion_is_for_the_token_endpoint_by_default()
    {
        await using var server = await StartAsync();

        var form = await AskAsync(server, "oauth2ClientCredentials", """, "clientAssertion": {}""");

        var (header, claims) = Verified(form["client_assertion"]);
        Assert.False(header.TryGetProperty("kid", out _));
        Assert.Equal($"{server.Url}token", claims.GetProperty("aud").GetString());
    }

    [Fact]
    public async Task A_secret_without_a_private_key_cannot_sign()
    {
        await using var server = await StartAsync();

        var outcome = await CallAsync(server, "oauth2ClientCredentials", """, "clientAssertion": {}""", """{"clientId":"app"}""");

        Assert.Equal(FailureReason.SecretUnusable, outcome.Failure?.Reason);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_can_ask_for_a_resource(string kind, string grantType)
    {
        await using var server = await StartAsync();

        var form = await AskAsync(server, kind, """, "resource": "https://api.example.com/v1", "scope": "leads" """);

        Assert.Equal((grantType, "https://api.example.com/v1", "leads"), (form["grant_type"], form["resource"], form["scope"]));
    }

    [Theory]
    [InlineData("oauth2ClientCredentials", true)]
    [InlineData("oauth2RefreshToken", true)]
    [InlineData("jwtBearer", false)]
    public async Task The_audience_is_the_forms_or_the_assertions(string kind, bool isInForm)
    {
        await using var server = await StartAsync();

        var form = await AskAsync(server, kind, """, "audience": "https://api.example.com" """);

        Assert.Equal(isInForm ? "https://api.example.com" : null, form.GetValueOrDefault("audience"));
        if (!isInForm)
        {
            Assert.Equal("https://api.example.com", Verified(form["assertion"]).Claims.GetProperty("aud").GetString());
        }
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(""", "sendClientId": true""", "app")]
    public async Task The_JWT_bearer_grant_names_its_client_where_that_is_asked_for(string member, string? clientId)
    {
        await using var server = await StartAsync();

        Assert.Equal(clientId, (await AskAsync(server, "jwtBearer", member)).GetValueOrDefault("client_id"));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "access_token=to%2Bken&token_type=bearer&expires_in=3600")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8", "token_type=bearer&access_token=to%2bken")]
    [InlineData("text/plain", "access_token=to%2Bken&expires=5183814")]
    [InlineData("text/plain", """ {"access_token":"to+ken"}""")]
    [InlineData("text/html", """{"access_token":"to+ken"}""")]
    public async Task A_token_endpoint_can_answer_with_a_form_or_with_JSON_as_text(string contentType, string answer)
    {
        await using var server = await StartAsync(contentType, answer);

        var outcome = await CallAsync(server, "oauth2ClientCredentials", "", Secret());

        Assert.True(outcome.Succeeded, outcome.Failure?.Reason.ToString());
        Assert.Equal("Bearer to+ken", server.Seen[^1].Headers["Authorization"]);
    }

    [Theory]
    [InlineData(
        "application/x-www-form-urlencoded",
        "error=bad_verification_code&error_description=x",
        FailureReason.TokenRefused
    )]
    [InlineData("application/json", """{"error":"invalid_client"}""", FailureReason.TokenRefused)]
    [InlineData("text/plain", "sorry", FailureReason.TokenAnswerUnusable)]
    [InlineData("text/plain", "{", FailureReason.TokenAnswerUnusable)]
    public async Task An_answer_without_a_token_is_an_error(string contentType, string answer, FailureReason reason)
    {
        await using var server = await StartAsync(contentType, answer);

        Assert.Equal(reason, (await CallAsync(server, "oauth2ClientCredentials", "", Secret())).Failure?.Reason);
    }

    public void Dispose() => _key.Dispose();

    private static Task<PlatformServer> StartAsync(
        string contentType = "application/json",
        string answer = """{"access_token":"token-1"}"""
    ) =>
        PlatformServer.StartAsync(context =>
        {
            context.Response.ContentType = contentType;
            return context.Request.Path == "/token" ? context.Response.WriteAsync(answer) : Task.CompletedTask;
        });

    private string Secret() =>
        JsonSerializer.Serialize(
            new Dictionary<string, string>
            {
                ["clientId"] = "app",
                ["clientSecret"] = "s3cret",
                ["refreshToken"] = "r3fresh",
                ["privateKey"] = _key.ExportPkcs8PrivateKeyPem(),
            }
        );

    private async Task<Dictionary<string, string>> AskAsync(PlatformServer server, string kind, string members)
    {
        var outcome = await CallAsync(server, kind, members, Secret());

        Assert.True(outcome.Succeeded, outcome.Failure?.Reason.ToString());
        return server
            .Seen[0]
            .Text.Split('&')
            .Select(field => field.Split('='))
            .ToDictionary(field => field[0], field => Uri.UnescapeDataString(field[1]));
    }

    private static Task<ApiCallOutcome> CallAsync(PlatformServer server, string kind, string members, string secret)
    {
        var subject = kind == "jwtBearer" ? ", \"subject\": \"user\"" : "";
        var read = ConnectionReader.Read(
            Given.Tenant,
            Given.Connection,
            Encoding.UTF8.GetBytes(
                $$"""
                {"baseUrl": "{{server.Url}}", "auth": {"kind": "{{kind}}",
                 "tokenUrl": "{{server.Url}}token"{{subject}}{{members}}} }
                """
            )
        );
        Assert.True(read.Value is not null, string.Join('\n', read.Diagnostics));
        return Given.CallAsync(read.Value, Given.Get("/leads"), Given.Options with { Secrets = new FixedSecrets(secret) });
    }

    private (JsonElement Header, JsonElement Claims) Verified(string assertion)
    {
        var parts = assertion.Split('.');
        Assert.True(
            _key.VerifyData(
                Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                Base64Url.DecodeFromChars(parts[2]),
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            )
        );
        return (JsonElement.Parse(Base64Url.DecodeFromChars(parts[0])), JsonElement.Parse(Base64Url.DecodeFromChars(parts[1])));
    }
}
