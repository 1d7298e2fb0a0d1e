using System.Text;
using Cxf.ApiCalls.Paging;
using Cxf.ApiCalls.Requests;
using Cxf.Documents;

namespace Cxf.ApiCalls.Tests.Requests;

public sealed class RequestDocuments
{
    [Fact]
    public void A_whole_request_is_read()
    {
        var result = Read(
            """
            {
              "tenantId": "acme", "connectionId": "crm",
              "request": {
                "method": "GET", "path": "/leads/{id}", "pathValues": {"id": 4711},
                "query": {"q": "a b", "tags": ["x", "y"], "none": null, "deep": true, "n": 1.50},
                "headers": {"X-A": "1"}, "body": {"a": 1},
                "paging": {"by": "cursor", "items": "/results", "next": "/next", "parameter": "after", "maxPages": 3}
              },
              "select": "results.id", "timeoutMs": 2500, "deadline": "2026-01-31T12:00:00.500Z", "idempotencyKey": "run.step.0",
               "later": "ignored"
            }
            """
        );

        Assert.True(result.Succeeded, string.Join('\n', result.Diagnostics));
        var request = result.Value;
        Assert.Equal(
            ("acme", "crm", "GET", "/leads/{id}", "4711"),
            (request.Tenant.Value, request.Connection.Value, request.Method, request.Path, request.PathValues!["id"])
        );
        Assert.Equal(
            [("q", "a b"), ("tags", "x"), ("tags", "y"), ("deep", "true"), ("n", "1.50")],
            request.Query.Select(pair => (pair.Key, pair.Value))
        );
        Assert.Equal(
            ("""{"a": 1}""", "results.id", TimeSpan.FromMilliseconds(2500), "run.step.0"),
            (request.Body?.GetRawText(), request.Select, request.Timeout, request.IdempotencyKey)
        );
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 12, 0, 0, 500, TimeSpan.Zero), request.Deadline);
        Assert.Equal(
            new PagingRequest
            {
                Kind = PagingKind.Cursor,
                Items = "/results",
                Next = "/next",
                Parameter = "after",
                Limit = 3,
            },
            request.Paging
        );
    }

    [Fact]
    public void Null_and_missing_parameters_are_not_set()
    {
        var result = Read(
            """
            {"tenantId":"acme","connectionId":"crm","request":{"method":"GET","path":"","body":null},"select":null,
             "timeoutMs":null,"deadline":null,"idempotencyKey":null}
            """
        );

        Assert.True(
            result.Value
                is {
                    Path: "",
                    PathValues: null,
                    Query: [],
                    Headers: [],
                    Body: null,
                    Select: null,
                    Timeout: null,
                    Deadline: null,
                    IdempotencyKey: null,
                    Paging: null
                }
        );
    }

    [Theory]
    [InlineData("1769860800500")]
    [InlineData("\"2026-01-31T13:00:00.5+01:00\"")]
    public void A_deadline_is_an_instant_or_milliseconds(string deadline)
    {
        var result = Read($$"""{"tenantId":"acme","connectionId":"crm","request":{"method":"GET"},"deadline":{{deadline}}}""");

        Assert.Equal(new DateTimeOffset(2026, 1, 31, 12, 0, 0, 500, TimeSpan.Zero), result.Value?.Deadline);
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        var result = Read(
            """
            {"tenantId": "no blanks", "request": {"path": 5, "query": {"a": {}}, "headers": [], "paging": {"by": "magic"}},
             "timeoutMs": 0, "deadline": "soon", "select": ""}
            """
        );

        Assert.Null(result.Value);
        Assert.Equal(
            [
                " CXF3103",
                "/deadline CXF3111",
                "/request CXF3103",
                "/request/headers CXF3105",
                "/request/paging/by CXF3107",
                "/request/path CXF3105",
                "/request/query CXF3105",
                "/select CXF3106",
                "/tenantId CXF3110",
                "/timeoutMs CXF3106",
            ],
            result.Diagnostics.Select(diagnostic => $"{diagnostic.Pointer} {diagnostic.Code}").Order(StringComparer.Ordinal)
        );
        Assert.All(
            result.Diagnostics,
            diagnostic => Assert.True(diagnostic is { Line: > 0, Column: > 0, Message.Length: > 0, Fix.Length: > 0 })
        );
    }

    [Theory]
    [InlineData("", "CXF3101")]
    [InlineData("[]", "CXF3105")]
    [InlineData("null", "CXF3105")]
    [InlineData("""{"tenantId":"a","connectionId":"b","request":"GET /"}""", "CXF3105")]
    public void An_invalid_request_is_reported(string text, string code)
    {
        Assert.Contains(Read(text).Diagnostics, diagnostic => diagnostic.Code == code);
    }

    [Theory]
    [InlineData("next", "cursor", "/cursor")]
    [InlineData("next", "meta/cursor", "/meta/cursor")]
    [InlineData("next", "$.meta.cursor", "/meta/cursor")]
    [InlineData("next", "/a~b", "/a~0b")]
    [InlineData("items", "data", "/data")]
    [InlineData("items", "/data~", "/data~0")]
    public void What_finds_nothing_in_a_page_is_not_a_pointer(string member, string text, string fix)
    {
        var result = Read(
            $$"""
            {"tenantId":"a","connectionId":"b","request":{"method":"GET",
              "paging":{"by":"link","{{member}}":"{{text}}" } } }
            """
        );

        var problem = Assert.Single(result.Diagnostics);
        Assert.Equal((RequestCodes.PagingPointer, $"/request/paging/{member}"), (problem.Code, problem.Pointer));
        Assert.EndsWith($": {fix}.", problem.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/a~0b~1c")]
    public void A_pointer_may_be_any_that_is_written_as_the_standard_says(string text) =>
        Assert.Empty(
            Read(
                $$"""
                {"tenantId":"a","connectionId":"b","request":{"method":"GET","paging":{"by":"link","items":"{{text}}" } } }
                """
            ).Diagnostics
        );

    [Fact]
    public void A_part_of_a_path_has_one_value()
    {
        var result = Read(
            """
            {"tenantId":"a","connectionId":"b","request":{"method":"GET","path":"/{id}","pathValues":{"id":["x","y"],"b":"z"}}}
            """
        );

        Assert.Equal("/request/pathValues/id", Assert.Single(result.Diagnostics).Pointer);
    }

    [Fact]
    public void Pages_need_get()
    {
        var result = Read("""{"tenantId":"a","connectionId":"b","request":{"method":"POST","paging":{"by":"link"}}}""");

        Assert.Equal("CXF3112", Assert.Single(result.Diagnostics).Code);
    }

    private static ReadResult<ApiCallRequest> Read(string text) => ApiCallRequestReader.Read(Encoding.UTF8.GetBytes(text));
}
