using System.Text;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Requests;

public sealed class WhatIsSent
{
    [Theory]
    [InlineData("", "/v1")]
    [InlineData("/", "/v1/")]
    [InlineData("/leads", "/v1/leads")]
    [InlineData("/leads/", "/v1/leads/")]
    [InlineData("/name with blank", "/v1/name%20with%20blank")]
    [InlineData("/caf\u00e9/\U0001F600", "/v1/caf%C3%A9/%F0%9F%98%80")]
    [InlineData("/already%20encoded", "/v1/already%20encoded")]
    [InlineData("/a;b=c/d:e@f!g$h&i'j(k)l*m+n,o=p~q", "/v1/a;b=c/d:e@f!g$h&i'j(k)l*m+n,o=p~q")]
    [InlineData("/quote\"and<angle>{brace}|pipe^", "/v1/quote%22and%3Cangle%3E%7Bbrace%7D%7Cpipe%5E")]
    [InlineData("/v62.0/sobjects/Lead", "/v1/v62.0/sobjects/Lead")]
    [InlineData("/a...b", "/v1/a...b")]
    public async Task A_path_is_encoded_once_and_appended_to_the_base_url(string path, string target)
    {
        Assert.Equal(target, (await SendAsync(Given.Get(path))).RawTarget);
    }

    [Fact]
    public async Task Path_values_stay_one_segment_each()
    {
        var values = new Dictionary<string, string> { ["id"] = "00Q 1?#%&+é", ["part"] = "x;y" };

        var seen = await SendAsync(Given.Get("/leads/{id}/{part}") with { PathValues = values });

        Assert.Equal("/v1/leads/00Q%201%3F%23%25%26%2B%C3%A9/x%3By", seen.RawTarget);
    }

    [Fact]
    public async Task Query_parameters_keep_their_order_and_can_repeat()
    {
        var seen = await SendAsync(
            Given.Get("/q") with
            {
                Query = [new("b", "1 2"), new("a", "x&y=z"), new("b", "é"), new("empty", "")],
            }
        );

        Assert.Equal("/v1/q?b=1%202&a=x%26y%3Dz&b=%C3%A9&empty=", seen.RawTarget);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PURGE")]
    public async Task Any_method_that_the_connection_allows_is_sent(string method)
    {
        var seen = await SendAsync(
            Given.Get("/x") with
            {
                Method = method,
            },
            connection => connection with { Methods = new HashSet<string> { method } }
        );

        Assert.Equal(method, seen.Method);
    }

    [Theory]
    [InlineData("GET", "POST")]
    [InlineData("CONNECT", "CONNECT")]
    [InlineData("TRACE", "TRACE")]
    [InlineData("get", "GET")]
    [InlineData("G ET", "G ET")]
    public async Task A_method_that_is_not_allowed_is_not_sent(string method, string allowed)
    {
        await RefusedAsync(
            Given.Get("/x") with
            {
                Method = method,
            },
            connection => connection with { Methods = new HashSet<string> { allowed } }
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Idempotency-Key")]
    public async Task The_step_is_sent_to_every_third_party(string? idempotencyHeader)
    {
        var seen = await SendAsync(
            Given.Post("/x", "{}") with
            {
                IdempotencyKey = "c0ffee-1/create",
            },
            connection => connection with { IdempotencyHeader = idempotencyHeader }
        );

        Assert.Equal("c0ffee-1/create", seen.Headers["X-Correlation-Id"]);
        Assert.Equal(idempotencyHeader is not null, seen.Headers.ContainsKey("Idempotency-Key"));
    }

    [Fact]
    public async Task A_correlation_id_of_the_flows_own_stays()
    {
        var seen = await SendAsync(
            Given.Get("/x") with
            {
                Headers = [new("x-correlation-id", "mine")],
                IdempotencyKey = "c0ffee-1/create",
            }
        );

        Assert.Equal("mine", seen.Headers["X-Correlation-Id"]);
    }

    [Fact]
    public async Task Headers_of_the_request_win_over_the_connections()
    {
        var seen = await SendAsync(
            Given.Get("/x") with
            {
                Headers = [new("X-One", "request"), new("accept", "text/csv")],
            },
            connection =>
                connection with
                {
                    Headers = new Dictionary<string, string> { ["x-one"] = "connection", ["X-Two"] = "two" },
                }
        );

        Assert.Equal(("request", "two", "text/csv"), (seen.Headers["X-One"], seen.Headers["X-Two"], seen.Headers["Accept"]));
        Assert.StartsWith("CXF", seen.Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", "evil.example.com")]
    [InlineData("host", "evil.example.com")]
    [InlineData("Authorization", "Bearer mine")]
    [InlineData("Cookie", "a=b")]
    [InlineData("Content-Length", "0")]
    [InlineData("Transfer-Encoding", "chunked")]
    [InlineData("Connection", "X-Api-Key")]
    [InlineData("Proxy-Authorization", "x")]
    [InlineData("Expect", "100-continue")]
    [InlineData("X-A", "line\r\nX-B: smuggled")]
    [InlineData("X-A", "line\nX-B: smuggled")]
    [InlineData("X-A", "nul\0")]
    [InlineData("X-A\r\nX-B", "smuggled")]
    [InlineData("X A", "blank in the name")]
    [InlineData("", "no name")]
    [InlineData("X-A", "caf\u00e9")]
    [InlineData("Content-Type", "not a type")]
    [InlineData("Content-Encoding", "gzip")]
    [InlineData("HTTP2-Settings", "x")]
    public async Task A_header_that_frames_routes_or_smuggles_is_refused(string name, string value)
    {
        await RefusedAsync(Given.Get("/x") with { Headers = [new(name, value)] });
    }

    [Theory]
    [InlineData("Content-Language", "de-CH")]
    [InlineData("Content-Disposition", "attachment; filename=\"lead.json\"")]
    [InlineData("Content-Location", "/leads/1")]
    [InlineData("Content-MD5", "Q2hlY2sgSW50ZWdyaXR5IQ==")]
    [InlineData("Content-Range", "bytes 0-1/2")]
    [InlineData("content-digest", "sha-256=:abc=:")]
    [InlineData("Content-Type", "application/json; profile=\"lead\"")]
    [InlineData("Allow", "GET")]
    [InlineData("Expires", "Thu, 01 Jan 2026 00:00:00 GMT")]
    [InlineData("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT")]
    [InlineData("If-Match", "\"1\"")]
    [InlineData("ETag", "\"1\"")]
    [InlineData("Date", "Thu, 01 Jan 2026 00:00:00 GMT")]
    [InlineData("Range", "bytes=0-1")]
    [InlineData("Cache-Control", "no-cache")]
    [InlineData("Warning", "199 - \"odd\"")]
    [InlineData("X-Own", "any")]
    public async Task Every_allowed_header_is_sent_with_and_without_a_body(string name, string value)
    {
        foreach (var request in new[] { Given.Post("/x", "{}"), Given.Get("/x"), Given.Get("/x") with { Method = "DELETE" } })
        {
            var seen = await SendAsync(request with { Headers = [new(name, value)] });

            Assert.Equal(value, seen.Headers[name]);
            Assert.Equal(request.Body is null ? "" : "{}", seen.Text);
        }
    }

    [Fact]
    public async Task A_connections_headers_of_the_content_are_sent_where_there_is_content()
    {
        var headers = new Dictionary<string, string>
        {
            ["Content-Type"] = "application/vnd.api+json",
            ["Content-Language"] = "de",
            ["X-Own"] = "any",
        };

        var post = await SendAsync(Given.Post("/x", "{}"), connection => connection with { Headers = headers });
        var get = await SendAsync(Given.Get("/x"), connection => connection with { Headers = headers });

        Assert.Equal(
            ("application/vnd.api+json", "de", "any"),
            (post.Headers["Content-Type"], post.Headers["Content-Language"], post.Headers["X-Own"])
        );
        Assert.Equal("any", get.Headers["X-Own"]);
        Assert.DoesNotContain(get.Headers.Keys, name => name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_list_replaces_the_connections_header_and_sends_all_its_values()
    {
        var seen = await SendAsync(
            Given.Get("/x") with
            {
                Headers = [new("Accept-Language", "de"), new("Accept-Language", "en")],
            },
            connection => connection with { Headers = new Dictionary<string, string> { ["accept-language"] = "fr" } }
        );

        Assert.Equal("de, en", seen.Headers["Accept-Language"].Replace(",en", ", en", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, """{"a":[1,2.50,null,true,"é"]}""", """{"a":[1,2.50,null,true,"é"]}""", "application/json")]
    [InlineData("application/vnd.api+json", "[1]", "[1]", "application/vnd.api+json")]
    [InlineData("application/x-amz-json-1.0", """{"TableName":"t"}""", """{"TableName":"t"}""", "application/x-amz-json-1.0")]
    [InlineData("application/x-amz-json-1.1", "{}", "{}", "application/x-amz-json-1.1")]
    [InlineData(
        "application/x-amz-json-1.0",
        """ "{\"TableName\":\"t\"}" """,
        """{"TableName":"t"}""",
        "application/x-amz-json-1.0"
    )]
    [InlineData("application/vnd.api+json", "\"text\"", "\"text\"", "application/vnd.api+json")]
    [InlineData(
        "application/x-www-form-urlencoded",
        """{"a":"1 2&3","b":[true,4],"c":null}""",
        "a=1%202%263&b=true&b=4",
        "application/x-www-form-urlencoded"
    )]
    [InlineData("text/xml; charset=utf-8", "\"<a>é</a>\"", "<a>é</a>", "text/xml; charset=utf-8")]
    [InlineData("text/csv", "\"a,b\"", "a,b", "text/csv")]
    public async Task A_body_is_written_as_its_content_type_says(string? contentType, string body, string sent, string sentType)
    {
        var request = Given.Post("/x", body);
        var seen = await SendAsync(contentType is null ? request : request with { Headers = [new("Content-Type", contentType)] });

        Assert.Equal((sent, sentType), (seen.Text, seen.Headers["Content-Type"]));
        Assert.Equal(seen.Body.Length.ToString(), seen.Headers["Content-Length"]);
    }

    [Fact]
    public async Task A_text_body_is_written_in_the_charset_it_names()
    {
        var seen = await SendAsync(
            Given.Post("/x", "\"<a>é</a>\"") with
            {
                Headers = [new("Content-Type", "application/xml; charset=iso-8859-1")],
            }
        );

        Assert.Equal(Encoding.Latin1.GetBytes("<a>é</a>"), seen.Body);
    }

    [Fact]
    public async Task A_json_body_is_written_in_the_charset_it_names()
    {
        var seen = await SendAsync(
            Given.Post("/x", """{"a":"é"}""") with
            {
                Headers = [new("Content-Type", "application/json; charset=iso-8859-1")],
            }
        );

        Assert.Equal(Encoding.Latin1.GetBytes("""{"a":"é"}"""), seen.Body);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "[1]")]
    [InlineData("application/x-www-form-urlencoded", """{"a":{"b":1}}""")]
    [InlineData("application/xml", """{"a":1}""")]
    [InlineData("text/plain; charset=iso-8859-1", "\"\u20ac\"")]
    [InlineData("text/plain; charset=klingon", "\"a\"")]
    [InlineData("application/json; charset=klingon", "\"a\"")]
    [InlineData("application/json; charset=iso-8859-1", "\"\u20ac\"")]
    [InlineData("not a type", "{}")]
    public async Task A_body_that_its_content_type_cannot_carry_is_refused(string contentType, string body)
    {
        await RefusedAsync(Given.Post("/x", body) with { Headers = [new("Content-Type", contentType)] });
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_rejected()
    {
        await RefusedAsync(Given.Post("/x", $"\"{new string('a', 262_144)}\""), error: ErrorCodes.ApiTooLarge);
    }

    [Fact]
    public async Task No_session_of_the_platform_is_kept()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "session=1";
            return Task.CompletedTask;
        });
        using var caller = new ApiCaller(Given.Options);

        for (var call = 0; call < 2; call++)
        {
            var outcome = await caller.CallAsync(Given.ConnectionTo(crm.Url), Given.Get("/"), Given.Cancellation);
            Assert.DoesNotContain("set-cookie", outcome.Answer!.Headers.Keys);
        }

        Assert.All(crm.Seen, request => Assert.DoesNotContain("Cookie", request.Headers.Keys));
    }

    private static async Task<SeenRequest> SendAsync(
        ApiCalls.Requests.ApiCallRequest request,
        Func<ApiConnection, ApiConnection>? change = null
    )
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var connection = Given.ConnectionTo(new Uri(crm.Url, "/v1/"));
        var outcome = await Given.CallAsync(change is null ? connection : change(connection), request);
        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        return Assert.Single(crm.Seen);
    }

    private static async Task RefusedAsync(
        ApiCalls.Requests.ApiCallRequest request,
        Func<ApiConnection, ApiConnection>? change = null,
        string error = ErrorCodes.ApiMisconfigured
    )
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var connection = Given.ConnectionTo(crm.Url);
        var outcome = await Given.CallAsync(change is null ? connection : change(connection), request);
        Assert.Equal((error, 0), (outcome.Failure?.Error, outcome.Failure?.Attempts));
        Assert.Empty(crm.Seen);
    }
}
