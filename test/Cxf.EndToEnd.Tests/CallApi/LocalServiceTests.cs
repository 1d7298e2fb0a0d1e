using Cxf.ApiCalls;
using Cxf.Local.Emulators.Tables;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>On a developer's machine loopback is open to flows, but not the tables and secrets of every tenant.</summary>
public sealed class LocalServiceTests
{
    [Fact]
    public async Task A_flow_reaches_the_local_tables_and_secrets_only_over_a_connection_that_says_so()
    {
        await using var tables = await TablesEndpoint.StartAsync(0, TestContext.Current.CancellationToken);
        await using var process = await CallApiProcess.StartAsync(
            new Dictionary<string, string>
            {
                ["plain"] = $$"""{"baseUrl":"{{tables.Address}}"}""",
                ["named"] = $$"""{"baseUrl":"http://localhost:{{tables.Address.Port}}"}""",
                ["meant"] = $$"""{"baseUrl":"{{tables.Address}}","localServices":true}""",
            },
            tables: tables.Address
        );

        foreach (
            var (connection, error) in new[]
            {
                ("plain", ErrorCodes.ApiBlocked),
                ("named", ErrorCodes.ApiBlocked),
                ("meant", ErrorCodes.ApiRejected),
                ("plain", ErrorCodes.ApiBlocked),
            }
        )
        {
            var (isError, answer) = await process.CallAsync(GetSecret(connection));

            // The parameter does not exist; that the service says so shows that it was reached.
            Assert.True(isError);
            Assert.Equal(error, answer.Text("errorType"));
        }
    }

    private static string GetSecret(string connection) =>
        $$$"""
            {"tenantId":"acme","connectionId":"{{{connection}}}","request":{"method":"POST","path":"/",
             "body":{"Name":"/cxf/local/borealis/crm"},
             "headers":{"X-Amz-Target":"AmazonSSM.GetParameter","Content-Type":"application/x-amz-json-1.1"} } }
            """;
}
