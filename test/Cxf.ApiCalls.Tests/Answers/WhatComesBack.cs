using System.IO.Compression;
using System.Text;
using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;
using Microsoft.AspNetCore.Http;

namespace Cxf.ApiCalls.Tests.Answers;

public sealed class WhatComesBack
{
    [Theory]
    [InlineData("application/json", """{"a":1}""", """{"a":1}""")]
    [InlineData("application/problem+json; charset=UTF-8", "[ ]", "[ ]")]
    [InlineData("application/json; charset=\"utf-8\"", "\"é\"", "\"é\"")]
    [InlineData("text/json", "null", "null")]
    [InlineData("application/x-amz-json-1.0", """{"Item":{}}""", """{"Item":{}}""")]
    [InlineData("application/X-AMZ-JSON-1.1; charset=utf-8", "[1]", "[1]")]
    [InlineData("application/vnd.example.v2+json; ext=\"a,b\"", "[1]", "[1]")]
    [InlineData("text/plain", "hello", "\"hello\"")]
    [InlineData("text/plain", """{"a":1}""", "\"{\\\"a\\\":1}\"")]
    [InlineData("application/xml", "<a/>", "\"<a/>\"")]
    [InlineData("application/atom+xml", "<a/>", "\"<a/>\"")]
    [InlineData(null, """{"a":1}""", """{"a":1}""")]
    [InlineData(null, "hello", "\"hello\"")]
    [InlineData("application/json", "", "null")]
    public async Task Json_comes_as_it_is_and_text_as_a_string(string? contentType, string body, string expected)
    {
        Assert.Equal(expected, (await AnswerAsync(contentType, Encoding.UTF8.GetBytes(body))).Answer?.Body.GetRawText());
    }

    [Fact]
    public async Task The_length_of_what_head_does_not_send_does_not_matter()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.ContentLength = 1_000_000_000;
            return Task.CompletedTask;
        });

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/") with { Method = "HEAD" });

        Assert.Equal(("null", "1000000000"), (outcome.Answer?.Body.GetRawText(), outcome.Answer?.Headers["content-length"]));
    }

    [Fact]
    public async Task No_content_is_null()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/"));

        Assert.Equal((204, "null"), (outcome.Answer!.Status, outcome.Answer.Body.GetRawText()));
    }

    [Theory]
    [InlineData("text/plain; charset=iso-8859-1", "caf\u00e9", "iso-8859-1")]
    [InlineData("text/plain; charset=windows-1252", "\u20ac 5", "windows-1252")]
    [InlineData("text/xml; charset=\"UTF-16\"", "<a>\u00e9</a>", "utf-16")]
    [InlineData("text/plain; charset=shift_jis", "\u65e5\u672c", "shift_jis")]
    public async Task Text_is_read_in_its_charset(string contentType, string text, string charset)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);

        var outcome = await AnswerAsync(contentType, encoding.GetBytes(text));

        Assert.Equal(text, outcome.Answer?.Body.GetString());
    }

    [Fact]
    public async Task Json_in_another_charset_is_read_too()
    {
        var outcome = await AnswerAsync("application/json; charset=utf-16", Encoding.Unicode.GetBytes("""{"a":"é"}"""));

        Assert.Equal("é", outcome.Answer?.Body.GetProperty("a").GetString());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task Half_a_surrogate_pair_is_no_json_in_any_charset(string charset)
    {
        var outcome = await AnswerAsync(
            $"application/json; charset={charset}",
            Encoding.GetEncoding(charset).GetBytes("""{"a":"\ud83d"}""")
        );

        Assert.Equal((ErrorWords.ApiBadAnswer, FailureReason.NotJson), (outcome.Failure?.Error, outcome.Failure?.Reason));
    }

    [Fact]
    public async Task A_byte_order_mark_is_not_part_of_the_answer()
    {
        Assert.Equal("[1]", (await AnswerAsync("application/json", [0xEF, 0xBB, 0xBF, .. "[1]"u8])).Answer?.Body.GetRawText());
        Assert.Equal("x", (await AnswerAsync("text/plain", [0xEF, 0xBB, 0xBF, .. "x"u8])).Answer?.Body.GetString());
    }

    [Theory]
    [InlineData("application/json", "utf-16")]
    [InlineData("application/json; charset=utf-16", "utf-16")]
    [InlineData("application/json; charset=utf-16", "utf-16BE")]
    [InlineData("application/json; charset=iso-8859-1", "utf-8")]
    [InlineData("application/json", "utf-32")]
    [InlineData("text/xml; charset=iso-8859-1", "utf-16BE")]
    public async Task A_byte_order_mark_decides_whatever_the_header_says(string contentType, string charset)
    {
        var encoding = Encoding.GetEncoding(charset);

        var outcome = await AnswerAsync(contentType, [.. encoding.GetPreamble(), .. encoding.GetBytes("\"é€\"")]);

        Assert.Equal(
            contentType.StartsWith("text", StringComparison.Ordinal) ? "\"é€\"" : "é€",
            outcome.Answer?.Body.GetString()
        );
    }

    [Theory]
    [InlineData("application/xml", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>é</a>", "iso-8859-1")]
    [InlineData("text/xml", "<?xml version='1.0' encoding = 'windows-1252' standalone='yes'?><a>€</a>", "windows-1252")]
    [InlineData("application/soap+xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>é</a>", "utf-8")]
    [InlineData("application/xml", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>é</a>", "utf-8")]
    [InlineData("application/xml", "<?xml version=\"1.0\"?><a encoding=\"ISO-8859-1\">é</a>", "utf-8")]
    [InlineData("application/xml; charset=utf-8", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>é</a>", "utf-8")]
    public async Task Xml_is_read_as_its_declaration_says_where_the_header_says_nothing(
        string contentType,
        string text,
        string charset
    )
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);

        var outcome = await AnswerAsync(contentType, encoding.GetBytes(text));

        Assert.Equal(text, outcome.Answer?.Body.GetString());
    }

    [Theory]
    [InlineData("application/json", new byte[] { 0x22, 0xE9, 0x22 }, FailureReason.CharsetWrong)]
    [InlineData("text/plain; charset=utf-8", new byte[] { 0xE9 }, FailureReason.CharsetWrong)]
    [InlineData("text/plain; charset=klingon", new byte[] { 0x61 }, FailureReason.CharsetWrong)]
    [InlineData("text/plain; charset=utf-7", new byte[] { 0x61 }, FailureReason.CharsetWrong)]
    [InlineData("application/json; charset=klingon", new byte[] { 0x31 }, FailureReason.CharsetWrong)]
    [InlineData("application/json; charset=utf-16", new byte[] { 0x31 }, FailureReason.CharsetWrong)]
    [InlineData("application/json", new byte[] { 0x7B }, FailureReason.NotJson)]
    [InlineData("application/json", new byte[] { 0x3C, 0x68, 0x3E }, FailureReason.NotJson)]
    [InlineData("image/png", new byte[] { 0x89 }, FailureReason.ContentTypeUnknown)]
    [InlineData("application/octet-stream", new byte[] { 0x31 }, FailureReason.ContentTypeUnknown)]
    public async Task What_cannot_be_carried_faithfully_is_a_bad_answer(string contentType, byte[] body, FailureReason reason)
    {
        var outcome = await AnswerAsync(contentType, body);

        Assert.Equal((ErrorWords.ApiBadAnswer, reason), (outcome.Failure?.Error, outcome.Failure?.Reason));
    }

    [Theory]
    [InlineData("image/png", new byte[] { 0x89 })]
    [InlineData("application/octet-stream", new byte[] { 0x31 })]
    [InlineData("application/json", new byte[] { 0x3C, 0x68, 0x3E })]
    [InlineData("text/plain; charset=klingon", new byte[] { 0x61 })]
    public async Task A_body_that_nothing_reads_fails_no_call(string contentType, byte[] body)
    {
        var outcome = await AnswerAsync(contentType, body, ignoreBody: true);

        Assert.Equal(
            (200, "null", contentType),
            (outcome.Answer?.Status, outcome.Answer?.Body.GetRawText(), outcome.Answer?.Headers["content-type"])
        );
    }

    [Fact]
    public async Task A_body_that_nothing_reads_and_that_can_be_carried_is_shown()
    {
        Assert.Equal(
            "[1]",
            (await AnswerAsync("application/json", "[1]"u8.ToArray(), ignoreBody: true)).Answer?.Body.GetRawText()
        );
    }

    [Theory]
    [InlineData(300_000)]
    [InlineData(5_000_000)]
    public async Task A_large_body_that_nothing_reads_fails_no_call(int length)
    {
        var outcome = await AnswerAsync("text/plain", [.. Enumerable.Repeat((byte)'a', length)], ignoreBody: true);

        Assert.Equal("null", outcome.Answer?.Body.GetRawText());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("compress")]
    public async Task A_compression_that_cannot_be_undone_fails_no_call_whose_body_nothing_reads(string encoding)
    {
        Assert.Equal(200, (await AnswerAsync("application/json", "{}"u8.ToArray(), encoding, ignoreBody: true)).Answer?.Status);
    }

    [Fact]
    public async Task A_status_that_is_no_success_fails_a_call_whose_body_nothing_reads()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync(status: 400);

        Assert.Equal(
            FailureReason.RequestRefused,
            (await Given.CallAsync(crm.Url, Given.Get("/") with { IgnoreBody = true })).Failure?.Reason
        );
    }

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    public async Task Half_a_surrogate_pair_is_a_bad_answer(string json)
    {
        Assert.Equal(
            FailureReason.NotJson,
            (await AnswerAsync("application/json", Encoding.UTF8.GetBytes(json))).Failure?.Reason
        );
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Compressed_answers_are_read(string encoding)
    {
        var outcome = await AnswerAsync("application/json", Compress(encoding, """{"a":1}"""u8.ToArray()), encoding);

        Assert.Equal("""{"a":1}""", outcome.Answer?.Body.GetRawText());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compression_bomb_is_too_large(string encoding)
    {
        var outcome = await AnswerAsync("application/json", Compress(encoding, new byte[64 * 1024 * 1024]), encoding);

        Assert.Equal(FailureReason.AnswerTooLarge, outcome.Failure?.Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Broken_compression_is_a_bad_answer(string encoding)
    {
        var outcome = await AnswerAsync("application/json", "this is not compressed"u8.ToArray(), encoding);

        Assert.Equal(FailureReason.CompressionBroken, outcome.Failure?.Reason);
    }

    [Fact]
    public async Task A_compression_that_was_not_asked_for_is_a_bad_answer()
    {
        Assert.Equal(
            FailureReason.CompressionBroken,
            (await AnswerAsync("application/json", "{}"u8.ToArray(), "compress")).Failure?.Reason
        );
    }

    [Fact]
    public async Task An_endless_body_is_too_large_and_not_read_on()
    {
        var givenUp = new TaskCompletionSource();
        await using var crm = await PlatformServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/plain";
            context.RequestAborted.Register(givenUp.SetResult);
            var chunk = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            }
        });

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/"));

        Assert.Equal((ErrorWords.ApiTooLarge, FailureReason.AnswerTooLarge), (outcome.Failure?.Error, outcome.Failure?.Reason));
        await givenUp.Task;
    }

    [Fact]
    public async Task The_whole_answer_may_have_245760_bytes_and_not_one_more()
    {
        await using var crm = await PlatformServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.Date = "";
            await context.Response.WriteAsync($"\"{new string('a', int.Parse(context.Request.Query["n"]!))}\"");
        });
        var frame = (await AnswerOfAsync(crm, 1)).Answer!.ToUtf8().Length - 1;

        // The duration and the length of chunk headers are the only parts that vary; leave room for two more digits.
        var fits = await AnswerOfAsync(crm, ApiCallAnswer.MaxBytes - frame - 10);
        var exceeds = await AnswerOfAsync(crm, ApiCallAnswer.MaxBytes - frame + 10);

        Assert.InRange(fits.Answer!.ToUtf8().Length, ApiCallAnswer.MaxBytes - 20, ApiCallAnswer.MaxBytes);
        Assert.Equal(
            (ErrorWords.ApiTooLarge, FailureReason.SelectionTooLarge),
            (exceeds.Failure?.Error, exceeds.Failure?.Reason)
        );
    }

    [Fact]
    public async Task Oversized_headers_are_too_large()
    {
        await using var crm = RawServer.Answering($"HTTP/1.1 200 OK\r\nX-Big: {new string('a', 100_000)}\r\n\r\n");

        Assert.Equal(FailureReason.HeadersTooLarge, (await Given.CallAsync(crm.Url, Given.Get("/"))).Failure?.Reason);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("HTTP/1.1 abc\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task What_is_not_http_is_a_bad_answer(string text)
    {
        await using var crm = RawServer.Answering(text);

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/"));

        Assert.Equal((ErrorWords.ApiBadAnswer, FailureReason.ProtocolBroken), (outcome.Failure?.Error, outcome.Failure?.Reason));
    }

    [Fact]
    public async Task A_content_length_that_promises_more_than_comes_is_an_interrupted_answer()
    {
        await using var crm = RawServer.Answering(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"a\":1}"
        );

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/"));

        Assert.Equal(
            (ErrorWords.ApiUnavailable, FailureReason.AnswerInterrupted, 200),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.Status)
        );
    }

    [Fact]
    public async Task A_content_length_that_promises_less_than_comes_does_not_taint_the_next_call()
    {
        await using var crm = new RawServer(
            async (socket, connection, cancellationToken) =>
            {
                await RawServer.ReadHeadersAsync(socket, cancellationToken);
                await RawServer.SendAsync(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n1HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n9",
                    cancellationToken
                );
                await RawServer.ReadHeadersAsync(socket, cancellationToken);
            }
        );
        using var caller = new ApiCaller(Given.Options);

        for (var call = 0; call < 2; call++)
        {
            var outcome = await caller.CallAsync(Given.ConnectionTo(crm.Url), Given.Get("/"), Given.Cancellation);
            Assert.Equal("1", outcome.Answer?.Body.GetRawText());
        }
    }

    [Fact]
    public async Task A_content_length_beyond_the_cap_is_refused_before_it_is_read()
    {
        await using var crm = RawServer.Answering(
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 9999999999\r\n\r\nabc"
        );

        Assert.Equal(FailureReason.AnswerTooLarge, (await Given.CallAsync(crm.Url, Given.Get("/"))).Failure?.Reason);
    }

    private static async Task<ApiCallOutcome> AnswerAsync(
        string? contentType,
        byte[] body,
        string? encoding = null,
        bool ignoreBody = false
    )
    {
        await using var crm = await PlatformServer.StartAsync(async context =>
        {
            context.Response.ContentType = contentType;
            if (encoding is not null)
            {
                context.Response.Headers.ContentEncoding = encoding;
            }

            await context.Response.Body.WriteAsync(body);
        });
        return await Given.CallAsync(crm.Url, Given.Get("/") with { IgnoreBody = ignoreBody });
    }

    private static Task<ApiCallOutcome> AnswerOfAsync(PlatformServer crm, int characters) =>
        Given.CallAsync(crm.Url, Given.Get("/") with { Query = [new("n", characters.ToString())] });

    private static byte[] Compress(string encoding, byte[] body)
    {
        using var compressed = new MemoryStream();
        using (
            Stream stream =
                encoding == "gzip"
                    ? new GZipStream(compressed, CompressionLevel.Fastest)
                    : new BrotliStream(compressed, CompressionLevel.Fastest)
        )
        {
            stream.Write(body);
        }

        return compressed.ToArray();
    }
}
