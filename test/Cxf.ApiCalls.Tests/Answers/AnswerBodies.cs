using System.Text;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Answers;

/// <summary>Types and charsets of answers.</summary>
public sealed class AnswerBodies
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
    [InlineData("application/json", " \r\n\t", "null")]
    [InlineData("application/json; charset=utf-8", "\uFEFF ", "null")]
    [InlineData("application/vnd.example+json", "\n", "null")]
    [InlineData(null, "\n", "null")]
    [InlineData("text/plain", "\n", "\"\\n\"")]
    public async Task Json_is_returned_as_it_is_and_text_as_a_string(string? contentType, string body, string expected)
    {
        Assert.Equal(expected, (await OneAnswer.CallAsync(contentType, Encoding.UTF8.GetBytes(body))).Answer?.Body.GetRawText());
    }

    [Fact]
    public async Task The_content_length_of_a_head_answer_does_not_matter()
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

        var outcome = await OneAnswer.CallAsync(contentType, encoding.GetBytes(text));

        Assert.Equal(text, outcome.Answer?.Body.GetString());
    }

    [Fact]
    public async Task Json_in_another_charset_is_read_too()
    {
        var outcome = await OneAnswer.CallAsync("application/json; charset=utf-16", Encoding.Unicode.GetBytes("""{"a":"é"}"""));

        Assert.Equal("é", outcome.Answer?.Body.GetProperty("a").GetString());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task Half_a_surrogate_pair_is_not_json_in_any_charset(string charset)
    {
        var outcome = await OneAnswer.CallAsync(
            $"application/json; charset={charset}",
            Encoding.GetEncoding(charset).GetBytes("""{"a":"\ud83d"}""")
        );

        Assert.Equal((ErrorCodes.ApiBadAnswer, FailureReason.NotJson), (outcome.Failure?.Error, outcome.Failure?.Reason));
    }

    [Fact]
    public async Task A_byte_order_mark_is_not_part_of_the_answer()
    {
        Assert.Equal(
            "[1]",
            (await OneAnswer.CallAsync("application/json", [0xEF, 0xBB, 0xBF, .. "[1]"u8])).Answer?.Body.GetRawText()
        );
        Assert.Equal("x", (await OneAnswer.CallAsync("text/plain", [0xEF, 0xBB, 0xBF, .. "x"u8])).Answer?.Body.GetString());
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

        var outcome = await OneAnswer.CallAsync(contentType, [.. encoding.GetPreamble(), .. encoding.GetBytes("\"é€\"")]);

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

        var outcome = await OneAnswer.CallAsync(contentType, encoding.GetBytes(text));

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
    public async Task A_body_that_cannot_be_converted_exactly_is_a_bad_answer(
        string contentType,
        byte[] body,
        FailureReason reason
    )
    {
        var outcome = await OneAnswer.CallAsync(contentType, body);

        Assert.Equal((ErrorCodes.ApiBadAnswer, reason), (outcome.Failure?.Error, outcome.Failure?.Reason));
    }

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    public async Task Half_a_surrogate_pair_is_a_bad_answer(string json)
    {
        Assert.Equal(
            FailureReason.NotJson,
            (await OneAnswer.CallAsync("application/json", Encoding.UTF8.GetBytes(json))).Failure?.Reason
        );
    }
}
