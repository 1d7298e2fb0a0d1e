using System.Text;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Tests.Platform;
using Cxf.Documents;

namespace Cxf.ApiCalls.Tests.Connections;

public sealed class ConnectionDocuments
{
    [Fact]
    public void A_whole_document_is_read()
    {
        var result = Read(
            """
            {
              "baseUrl": "https://crm.example.com/api/v2/",
              "auth": { "kind": "basic" },
              "headers": { "Accept-Language": "en" },
              "methods": ["GET", "POST"],
              "timeouts": { "connectMs": 1000, "firstByteMs": 5000, "totalMs": 8000 },
              "idempotencyHeader": "Idempotency-Key",
              "redirectHosts": ["Files.example.com", "cdn.example.com:8443"],
              "clientCertificate": true,
              "limits": { "maxConcurrent": 10, "ratePerSecond": 50 },
              "tenantLimits": { "maxConcurrent": 40 },
              "circuitBreaker": { "failurePercent": 20, "minCalls": 5, "windowSeconds": 60, "openSeconds": 15 }
            }
            """
        );

        Assert.Empty(result.Diagnostics);
        Assert.True(result.Succeeded);
        Assert.Equal(
            ("https://crm.example.com/api/v2/", "acme", "crm"),
            (result.Value.BaseUrl.AbsoluteUri, result.Value.Tenant.Value, result.Value.Id.Value)
        );
        Assert.Equal(
            new ConnectionTimeouts(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(8)),
            result.Value.Timeouts
        );
        Assert.Equal((new CallLimits(10, 50), new CallLimits(40, null)), (result.Value.Limits, result.Value.TenantLimits));
        Assert.Equal(new CircuitBreaker(20, 5, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(15)), result.Value.Breaker);
        Assert.Equal(["GET", "POST"], result.Value.Methods.Order(StringComparer.Ordinal));
        Assert.Equal(["files.example.com", "cdn.example.com:8443"], result.Value.RedirectHosts);
        Assert.Equal(
            ("en", "Idempotency-Key", true),
            (result.Value.Headers["accept-language"], result.Value.IdempotencyHeader, result.Value.ClientCertificate)
        );
    }

    [Fact]
    public void Only_the_base_url_is_required()
    {
        var connection = Read("""{"baseUrl":"https://crm.example.com"}""").Value;

        Assert.Equal(
            (new NoAuth(), ConnectionTimeouts.Default, null, false),
            (connection?.Auth, connection?.Timeouts, connection?.IdempotencyHeader, connection?.ClientCertificate)
        );
        Assert.Equal((null, null, null), (connection?.Limits, connection?.TenantLimits, connection?.Breaker));
        Assert.Equal(["DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"], connection!.Methods.Order(StringComparer.Ordinal));
    }

    public static TheoryData<string, ApiAuth> Kinds
    {
        get
        {
            var url = new Uri("https://login.example.com/token?v=1");
            return new()
            {
                { """{"kind":"none"}""", new NoAuth() },
                { """{"kind":"basic"}""", new BasicAuth() },
                { """{"kind":"bearer"}""", new BearerAuth() },
                { """{"kind":"apiKeyHeader","header":"X-Key"}""", new ApiKeyHeaderAuth("X-Key") },
                { """{"kind":"apiKeyQuery","parameter":"key"}""", new ApiKeyQueryAuth("key") },
                {
                    $$"""
                        {"kind":"oauth2ClientCredentials","tokenUrl":"{{url}}","scope":"a b","audience":"c",
                         "clientSecretIn":"body"}
                        """,
                    new ClientCredentialsAuth(url, "a b", "c", SecretInBody: true)
                },
                {
                    $$"""{"kind":"oauth2ClientCredentials","tokenUrl":"{{url}}"}""",
                    new ClientCredentialsAuth(url, null, null, SecretInBody: false)
                },
                {
                    $$"""{"kind":"oauth2RefreshToken","tokenUrl":"{{url}}","clientSecretIn":"header"}""",
                    new RefreshTokenAuth(url, null, SecretInBody: false)
                },
                {
                    $$"""{"kind":"jwtBearer","tokenUrl":"{{url}}","subject":"user","audience":"aud","keyId":"k"}""",
                    new JwtBearerAuth(url, null, "aud", "user", "k")
                },
                {
                    $$"""
                        {"kind":"jwtBearer","tokenUrl":"{{url}}","subject":"user","sendClientId":true,"resource":"urn:api",
                         "clientAssertion":{"keyId":"k"} }
                        """,
                    new JwtBearerAuth(url, null, null, "user", null)
                    {
                        SendsClientId = true,
                        Resource = "urn:api",
                        ClientAssertion = new ClientAssertion(null, "k"),
                    }
                },
                {
                    """{"kind":"awsSignature","region":"eu-central-1","service":"execute-api"}""",
                    new AwsSignatureAuth("eu-central-1", "execute-api")
                },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_auth_kind_is_read(string auth, ApiAuth expected)
    {
        var result = Read($$"""{"baseUrl":"https://crm.example.com","auth":{{auth}}}""");

        Assert.Empty(result.Diagnostics);
        Assert.Equal(expected, result.Value?.Auth);
    }

    [Fact]
    public void All_problems_are_reported_at_once_with_their_locations()
    {
        var result = Read(
            """
            {
              "baseUrl": "ftp://x/",
              "auth": { "kind": "bearer", "token": "tkn-PLANTED" },
              "methods": ["GET", "TRACE"],
              "timeouts": { "connectMs": 0.5 },
              "nonsense": 1,
              "headers": { "Host": "evil", "é": "x" }
            }
            """
        );

        Assert.Null(result.Value);
        Assert.Equal(
            [
                "2:14 error CXF3010 /baseUrl",
                "3:31 error CXF3017 /auth/token",
                "4:22 error CXF3014 /methods/1",
                "5:30 error CXF3006 /timeouts/connectMs",
                "6:3 error CXF3004 /nonsense",
                "7:16 error CXF3012 /headers/Host",
                "7:32 error CXF3012 /headers/é",
            ],
            result.Diagnostics.Select(diagnostic => diagnostic.ToString().Split(": ")[0]).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain("PLANTED", string.Join('\n', result.Diagnostics), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "CXF3001", "")]
    [InlineData("{", "CXF3001", "")]
    [InlineData("[]", "CXF3005", "")]
    [InlineData("{}", "CXF3003", "")]
    [InlineData("""{"baseUrl":"https://a.example","baseUrl":"https://b.example"}""", "CXF3002", "/baseUrl")]
    [InlineData("""{"baseUrl":5}""", "CXF3005", "/baseUrl")]
    [InlineData("""{"baseUrl":""}""", "CXF3006", "/baseUrl")]
    [InlineData("""{"baseUrl":"/relative"}""", "CXF3010", "/baseUrl")]
    [InlineData("""{"baseUrl":"https://user:pw@crm.example.com"}""", "CXF3010", "/baseUrl")]
    [InlineData("""{"baseUrl":"https://crm.example.com/?a=b"}""", "CXF3010", "/baseUrl")]
    [InlineData("""{"baseUrl":"https://crm.example.com/#a"}""", "CXF3010", "/baseUrl")]
    [InlineData("""{"baseUrl":"https://crm.example.com/a/../b"}""", "CXF3010", "/baseUrl")]
    [InlineData("""{"baseUrl":"https://crm.example.com/a%2fb"}""", "CXF3010", "/baseUrl")]
    [InlineData("""{"baseUrl":"https://crm.example.com//b"}""", "CXF3010", "/baseUrl")]
    [InlineData("""{"baseUrl":"https://crm.example.com\\b"}""", "CXF3010", "/baseUrl")]
    [InlineData("""{"baseUrl":"file:///etc/passwd"}""", "CXF3010", "/baseUrl")]
    [InlineData("""{"baseUrl":"http://crm.example.com"}""", "CXF3011", "/baseUrl")]
    [InlineData("""{"baseUrl":"https://a.example","auth":{}}""", "CXF3003", "/auth")]
    [InlineData("""{"baseUrl":"https://a.example","auth":{"kind":"magic"}}""", "CXF3007", "/auth/kind")]
    [InlineData("""{"baseUrl":"https://a.example","auth":{"kind":"basic","user":"x"}}""", "CXF3004", "/auth/user")]
    [InlineData("""{"baseUrl":"https://a.example","auth":{"kind":"apiKeyHeader"}}""", "CXF3003", "/auth")]
    [InlineData("""{"baseUrl":"https://a.example","auth":{"kind":"apiKeyHeader","header":"Host"}}""", "CXF3012", "/auth/header")]
    [InlineData(
        """{"baseUrl":"https://a.example","auth":{"kind":"jwtBearer","subject":"x","tokenUrl":"nowhere"}}""",
        "CXF3010",
        "/auth/tokenUrl"
    )]
    [InlineData(
        """
            {"baseUrl":"https://a.example","auth":{"kind":"oauth2RefreshToken","tokenUrl":"https://a.example",
             "clientSecretIn":"pocket"}}
            """,
        "CXF3007",
        "/auth/clientSecretIn"
    )]
    [InlineData(
        """
            {"baseUrl":"https://a.example","auth":{"kind":"oauth2RefreshToken","tokenUrl":"https://a.example",
             "clientSecretIn":"body","clientAssertion":{}}}
            """,
        "CXF3020",
        "/auth/clientSecretIn"
    )]
    [InlineData(
        """
            {"baseUrl":"https://a.example","auth":{"kind":"jwtBearer","subject":"x","tokenUrl":"https://a.example",
             "clientAssertion":{"key":"x"}}}
            """,
        "CXF3004",
        "/auth/clientAssertion/key"
    )]
    [InlineData(
        """
            {"baseUrl":"https://a.example","auth":{"kind":"oauth2ClientCredentials","tokenUrl":"https://a.example",
             "resource":"api#x"}}
            """,
        "CXF3010",
        "/auth/resource"
    )]
    [InlineData(
        """{"baseUrl":"https://a.example","auth":{"kind":"awsSignature","region":"eu central","service":"s3"}}""",
        "CXF3018",
        "/auth/region"
    )]
    [InlineData(
        """
            {"baseUrl":"https://a.example","auth":{"kind":"awsSignature","region":"eu-central-1","service":"s3"},
             "headers":{"x-amz-date":"x"}}
            """,
        "CXF3019",
        "/headers/x-amz-date"
    )]
    [InlineData(
        """
            {"baseUrl":"https://a.example","auth":{"kind":"awsSignature","region":"eu-central-1","service":"s3"},
             "idempotencyHeader":"X-Amz-Content-Sha256"}
            """,
        "CXF3019",
        "/idempotencyHeader"
    )]
    [InlineData("""{"baseUrl":"https://a.example","headers":{"X-Api-Key":"k"}}""", "CXF3013", "/headers/X-Api-Key")]
    [InlineData("""{"baseUrl":"https://a.example","headers":{"X-A":"é"}}""", "CXF3012", "/headers/X-A")]
    [InlineData("""{"baseUrl":"https://a.example","headers":{"Authorization":"Basic x"}}""", "CXF3012", "/headers/Authorization")]
    [InlineData("""{"baseUrl":"https://a.example","headers":{"X-A":1}}""", "CXF3005", "/headers/X-A")]
    [InlineData("""{"baseUrl":"https://a.example","password":"x"}""", "CXF3017", "/password")]
    [InlineData("""{"baseUrl":"https://a.example","methods":["get"]}""", "CXF3014", "/methods/0")]
    [InlineData("""{"baseUrl":"https://a.example","methods":"GET"}""", "CXF3005", "/methods")]
    [InlineData("""{"baseUrl":"https://a.example","timeouts":{"totalMs":900000}}""", "CXF3006", "/timeouts/totalMs")]
    [InlineData(
        """{"baseUrl":"https://a.example","timeouts":{"totalMs":1000,"firstByteMs":1000}}""",
        "CXF3016",
        "/timeouts/firstByteMs"
    )]
    [InlineData("""{"baseUrl":"https://a.example","idempotencyHeader":"two words"}""", "CXF3012", "/idempotencyHeader")]
    [InlineData("""{"baseUrl":"https://a.example","redirectHosts":["https://b.example"]}""", "CXF3015", "/redirectHosts/0")]
    [InlineData("""{"baseUrl":"https://a.example","redirectHosts":["*.b.example"]}""", "CXF3015", "/redirectHosts/0")]
    [InlineData("""{"baseUrl":"https://a.example","redirectHosts":["b.example:x"]}""", "CXF3015", "/redirectHosts/0")]
    [InlineData("""{"baseUrl":"https://a.example","clientCertificate":"yes"}""", "CXF3005", "/clientCertificate")]
    [InlineData("""{"baseUrl":"https://a.example","limits":{"maxConcurrent":0}}""", "CXF3006", "/limits/maxConcurrent")]
    [InlineData("""{"baseUrl":"https://a.example","limits":{"maxConcurrent":201}}""", "CXF3006", "/limits/maxConcurrent")]
    [InlineData("""{"baseUrl":"https://a.example","limits":{"ratePerSecond":0.5}}""", "CXF3006", "/limits/ratePerSecond")]
    [InlineData("""{"baseUrl":"https://a.example","limits":{"ratePerSecond":"9"}}""", "CXF3005", "/limits/ratePerSecond")]
    [InlineData("""{"baseUrl":"https://a.example","limits":5}""", "CXF3005", "/limits")]
    [InlineData("""{"baseUrl":"https://a.example","limits":{}}""", "CXF3021", "/limits")]
    [InlineData("""{"baseUrl":"https://a.example","tenantLimits":{"rate":1}}""", "CXF3004", "/tenantLimits/rate")]
    [InlineData(
        """{"baseUrl":"https://a.example","limits":{"maxConcurrent":9},"tenantLimits":{"maxConcurrent":5}}""",
        "CXF3021",
        "/limits/maxConcurrent"
    )]
    [InlineData(
        """{"baseUrl":"https://a.example","circuitBreaker":{"failurePercent":101}}""",
        "CXF3006",
        "/circuitBreaker/failurePercent"
    )]
    [InlineData("""{"baseUrl":"https://a.example","circuitBreaker":{"open":1}}""", "CXF3004", "/circuitBreaker/open")]
    [InlineData("""{"baseUrl":"https://a.example","circuitBreaker":true}""", "CXF3005", "/circuitBreaker")]
    public void Every_problem_has_its_code_and_location(string text, string code, string pointer)
    {
        var result = Read(text);

        var diagnostic = Assert.Single(result.Diagnostics, diagnostic => diagnostic.Code == code);
        Assert.Equal(pointer, diagnostic.Pointer);
        Assert.True(diagnostic is { Line: > 0, Column: > 0, Message.Length: > 0, Fix.Length: > 0 });
        Assert.Equal(diagnostic.Severity != DiagnosticSeverity.Error, result.Succeeded);
    }

    [Fact]
    public void A_breaker_without_members_has_defaults() =>
        Assert.Equal(CircuitBreaker.Default, Read("""{"baseUrl":"https://a.example","circuitBreaker":{}}""").Value!.Breaker);

    [Fact]
    public void A_misspelt_limit_gets_a_suggestion()
    {
        var result = Read("""{"baseUrl":"https://a.example","limits":{"maxConcurent":3}}""");

        Assert.Contains("maxConcurrent", Assert.Single(result.Diagnostics).Fix);
    }

    private static ReadResult<ApiConnection> Read(string text) =>
        ConnectionReader.Read(Given.Tenant, Given.Connection, Encoding.UTF8.GetBytes(text));
}
