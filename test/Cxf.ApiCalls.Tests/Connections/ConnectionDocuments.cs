using System.Text;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Diagnostics;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Connections;

public sealed class ConnectionDocuments
{
    private static ReadResult<ApiConnection> Read(string text) => ConnectionReader.Read(Given.Tenant, Given.Connection, Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_whole_document_is_read()
    {
        var result = Read("""
            {
              "baseUrl": "https://crm.example.com/api/v2/",
              "auth": { "kind": "oauth2ClientCredentials", "tokenUrl": "https://login.example.com/token", "scope": "leads", "clientSecretIn": "body" },
              "headers": { "Accept-Language": "en" },
              "methods": ["GET", "POST"],
              "timeouts": { "connectMs": 1000, "firstByteMs": 5000, "totalMs": 8000 },
              "idempotencyHeader": "Idempotency-Key",
              "redirectHosts": ["Files.example.com"],
              "clientCertificate": true
            }
            """);

        Assert.Empty(result.Diagnostics);
        Assert.True(result.Succeeded);
        Assert.Equal(new ClientCredentialsAuth(new Uri("https://login.example.com/token"), "leads", null, SecretInBody: true), result.Value.Auth);
        Assert.Equal(TimeSpan.FromSeconds(5), result.Value.Timeouts.FirstByte);
        Assert.Equal(["files.example.com"], result.Value.RedirectHosts);
        Assert.True(result.Value.ClientCertificate);
    }

    [Fact]
    public void All_problems_are_reported_at_once_with_their_places()
    {
        var result = Read("""
            {
              "baseUrl": "ftp://x/",
              "auth": { "kind": "bearer", "token": "tkn-PLANTED" },
              "methods": ["GET", "TRACE"],
              "timeouts": { "connectMs": 0.5 },
              "nonsense": 1,
              "headers": { "Host": "evil", "é": "x" }
            }
            """);

        Assert.Null(result.Value);
        Assert.Equal(
            [
                "2:14 error CXF3010 /baseUrl", "3:31 error CXF3004 /auth/token", "3:31 error CXF3017 /auth/token", "4:22 error CXF3014 /methods/1",
                "5:30 error CXF3006 /timeouts/connectMs", "6:3 error CXF3004 /nonsense", "7:16 error CXF3012 /headers/Host", "7:32 error CXF3012 /headers/é",
            ],
            result.Diagnostics.Select(diagnostic => diagnostic.ToString().Split(": ")[0]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("PLANTED", string.Join('\n', result.Diagnostics), StringComparison.Ordinal);
    }
}
