using Cxf.ApiCalls;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Checks;

namespace Cxf.Flows.Tests.Checks;

public sealed class HeaderTests
{
    public static TheoryData<string, string> Written =>
        new()
        {
            { "X-Own", "\"any\"" },
            { "X-Own", "5" },
            { "X-Own", "true" },
            { "X-Own", "null" },
            { "X-Own", "[\"a\", 1, null]" },
            { "X-Own", "\"\"" },
            { "X-Own", "\"line\\r\\nX-Other: smuggled\"" },
            { "X-Own", "\"line\\nX-Other: smuggled\"" },
            { "X-Own", "[\"a\", \"b\\nc\"]" },
            { "X-Own", "\"caf\u00e9\"" },
            { "X-Own", "\"tab\\t\"" },
            { "X-Own", "{\"a\":1}" },
            { "X-Own", "[[1]]" },
            { "X-Own", $"\"{new string('a', HeaderRules.MaxValueLength)}\"" },
            { "X-Own", $"\"{new string('a', HeaderRules.MaxValueLength)}b\"" },
            { "X Own", "\"any\"" },
            { "X-Own\\r\\nX-Other", "\"any\"" },
            { "", "\"any\"" },
            { "Content-Language", "\"de\"" },
            { "Content-Disposition", "\"inline\"" },
            { "Content-Type", "\"application/json\"" },
            { "Content-Type", "\"not a type\"" },
            { "Content-Type", "[\"application/json\", \"application/json\"]" },
            { "content-length", "\"1\"" },
            { "Content-Encoding", "\"gzip\"" },
            { "Transfer-Encoding", "\"chunked\"" },
            { "transfer-encoding", "\"chunked\"" },
            { "Host", "\"other.example\"" },
            { "Connection", "\"close\"" },
            { "Upgrade", "\"websocket\"" },
            { "Expect", "\"100-continue\"" },
            { "Cookie", "\"session=123456\"" },
            { "Authorization", "\"mine\"" },
            { "Authorization", "\"Bearer of-something\"" },
            { "Proxy-Authorization", "5" },
        };

    [Theory]
    [MemberData(nameof(Written))]
    public async Task The_check_refuses_what_the_call_would_refuse_and_nothing_else(string name, string value)
    {
        var headers = $$"""{"{{name}}":{{value}}}""";
        var refusals = Said(headers).Where(diagnostic => diagnostic is { Code: "CXF2209" or "CXF2204" }).ToList();

        Assert.Equal(await IsRefusedByTheCallAsync(headers), refusals.Count > 0);
        Assert.True(refusals.Count <= 1, string.Join('\n', refusals));
        Assert.All(refusals, refusal => Assert.StartsWith("/steps/call/headers", refusal.Pointer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"X-Own":"{% 'two\\nlines' %}"}""", "/steps/call/headers/X-Own")]
    [InlineData("""{"X-Own":"{% ($payload.a & '\\r\\nX-Other: ' & $payload.b) %}"}""", "/steps/call/headers/X-Own")]
    [InlineData("""{"X-Own":"{% {'a': 1} %}"}""", "/steps/call/headers/X-Own")]
    [InlineData("\"{% {'Transfer-Encoding': 'chunked'} %}\"", "/steps/call/headers")]
    [InlineData("\"{% $payload.a ? {'Host': 'other.example'} : {'X-Own': 1} %}\"", "/steps/call/headers")]
    public void What_an_expression_must_give_is_checked_too(string headers, string pointer)
    {
        var said = Assert.Single(Said(headers));
        Assert.Equal(("CXF2209", pointer), (said.Code, said.Pointer));
    }

    [Theory]
    [InlineData("""{"X-Own":"{% $payload.a & 'one line' %}","X-List":"{% [1, 2] %}"}""")]
    [InlineData("\"{% {'X-Own': $payload.a} %}\"")]
    [InlineData("\"{% $payload.headers %}\"")]
    [InlineData("\"{% {'Host': null} %}\"")]
    public void What_depends_on_the_run_is_left_to_it(string headers) => Assert.Empty(Said(headers));

    [Fact]
    public void Two_content_types_are_refused() =>
        Assert.Equal("CXF2209", Assert.Single(Said("""{"Content-Type":"text/csv","content-type":"text/csv"}""")).Code);

    [Theory]
    [InlineData("""{"X-Amz-Date":"20260101T000000Z"}""", "/steps/call/headers/X-Amz-Date")]
    [InlineData("""{"x-amz-content-sha256":"{% $payload.hash %}"}""", "/steps/call/headers/x-amz-content-sha256")]
    [InlineData("\"{% {'X-Amz-Security-Token': 'a'} %}\"", "/steps/call/headers")]
    public void What_a_connection_signs_itself_is_refused_on_that_connection_only(string headers, string pointer)
    {
        var connection = ConnectionId.Parse("crm");
        var context = new FlowContext(new Dictionary<ConnectionId, IReadOnlyCollection<string>> { [connection] = ["POST"] });

        Assert.Empty(Said(headers, context));
        var said = Assert.Single(Said(headers, context with { SigningConnections = new HashSet<ConnectionId> { connection } }));
        Assert.Equal(("CXF2209", pointer), (said.Code, said.Pointer));
    }

    private static IReadOnlyList<Cxf.Documents.Diagnostic> Said(string headers, FlowContext? context = null) =>
        Documents
            .Read(
                FlowBuilder.Flow(
                    $$"""
                    "call":{"kind":"restApi","connection":"crm","method":"POST","path":"/x","timeoutSeconds":1,
                     "headers":{{headers}},"next":"end"}
                    """
                ),
                context
            )
            .Diagnostics;

    // A call that is not refused for its headers gets as far as the address, which is refused.
    private static async Task<bool> IsRefusedByTheCallAsync(string headers)
    {
        var read = ApiCallRequestReader.Read(
            System.Text.Encoding.UTF8.GetBytes(
                $$"""{"tenantId":"acme","connectionId":"crm","request":{"method":"POST","path":"/x","headers":{{headers}} } }"""
            )
        );
        if (read.Value is not { } request)
        {
            return true;
        }

        using var caller = new ApiCaller(
            new ApiCallerOptions
            {
                Stage = StageName.Parse("test"),
                Secrets = new NoSecrets(),
                Policy = OutboundPolicy.Default,
            }
        );
        var connection = new ApiConnection
        {
            Tenant = request.Tenant,
            Id = request.Connection,
            BaseUrl = new Uri("https://127.0.0.1:1/"),
        };
        var reason = (await caller.CallAsync(connection, request, TestContext.Current.CancellationToken)).Failure!.Reason;
        Assert.Contains(reason, new[] { FailureReason.HeaderRefused, FailureReason.AddressRefused });
        return reason == FailureReason.HeaderRefused;
    }

    private sealed class NoSecrets : ISecretSource
    {
        public ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken) =>
            ValueTask.FromResult<string?>(null);
    }
}
