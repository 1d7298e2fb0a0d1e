using System.Text;
using System.Text.Json;
using Amazon.Lambda.RuntimeSupport.Errors;

namespace Cxf.AwsPackages.Tests.RuntimeSupport;

/// <summary>The error document byte for byte as Amazon.Lambda.RuntimeSupport 2.1.2 writes it.</summary>
public sealed class ErrorTextTests
{
    private const string TooLarge = """{"errorMessage": "Exception exceeded maximum payload size of 256KB."}""";

    [Fact]
    public void An_exception_that_was_not_thrown_has_no_stack_trace() =>
        Assert.Equal(
            """
            {
              "errorType": "TimeoutException",
              "errorMessage": "10 s"
            }

            """,
            ErrorText.Of(new TimeoutException("10 s"))
        );

    [Fact]
    public void A_null_message_is_omitted() =>
        Assert.Equal("{\n  \"errorType\": \"SilentException\"\n}\n", ErrorText.Of(new SilentException(null)));

    [Fact]
    public void A_stack_trace_is_one_line_for_each_frame_without_indentation() =>
        Assert.Equal(
            """
            {
              "errorType": "SilentException",
              "errorMessage": "late",
              "stackTrace": [
                "at A.B() in C:\\a.cs:line 1",
                "at \"D\""
              ]
            }

            """,
            ErrorText.Of(new SilentException("late", "   at A.B() in C:\\a.cs:line 1\r\n   at \"D\"\n\n"))
        );

    [Fact]
    public void A_cause_follows_its_name_with_its_own_indentation() =>
        Assert.Equal(
            """
            {
              "errorType": "ArgumentException",
              "errorMessage": "outer",
              "cause":   {
                "errorType": "TimeoutException",
                "errorMessage": "middle",
                "cause":     {
                  "errorType": "IOException",
                  "errorMessage": "inner"
                }
              }
            }

            """,
            ErrorText.Of(new ArgumentException("outer", new TimeoutException("middle", new IOException("inner"))))
        );

    [Fact]
    public void An_aggregate_has_its_first_cause_alone_and_again_with_the_others() =>
        Assert.Equal(
            """
            {
              "errorType": "AggregateException",
              "errorMessage": "both (a) (b)",
              "cause":   {
                "errorType": "IOException",
                "errorMessage": "a"
              },
              "causes": [    {
                  "errorType": "IOException",
                  "errorMessage": "a"
                },
                {
                  "errorType": "TimeoutException",
                  "errorMessage": "b"
                }
              ]
            }

            """,
            ErrorText.Of(new AggregateException("both", new IOException("a"), new TimeoutException("b")))
        );

    [Fact]
    public void An_aggregate_of_nothing_has_no_causes() =>
        Assert.Equal(
            "{\n  \"errorType\": \"AggregateException\",\n  \"errorMessage\": \"none\"\n}\n",
            ErrorText.Of(new AggregateException("none"))
        );

    [Theory]
    [InlineData("\"\\/", """\"\\/""")]
    [InlineData("a\nb\r\n\tc\f\b", """a\nb\r\n\tc\f\b""")]
    [InlineData("\0\v\u001f\u007f", "\\u0000\\u000B\\u001F\u007f")]
    [InlineData("\u0085\u2028\u2029", """\u0085\u2028\u2029""")]
    [InlineData("<ü & 'é' + 日本 😀>", "<ü & 'é' + 日本 😀>")]
    [InlineData("  trimmed\u00a0 ", "trimmed")]
    [InlineData(" line end \n", """line end \n""")]
    [InlineData("", "")]
    public void Only_what_JSON_demands_and_line_ends_are_escaped(string message, string escaped)
    {
        var text = ErrorText.Of(new InvalidOperationException(message));

        Assert.Equal($"{{\n  \"errorType\": \"InvalidOperationException\",\n  \"errorMessage\": \"{escaped}\"\n}}\n", text);
        JsonElement.Parse(Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public void A_document_has_less_than_256_KB_or_says_that_it_is_too_large()
    {
        const int Limit = 256 * 1024;
        var frame = ErrorText.Of(new IOException("")).Length;

        Assert.Equal(Limit - 1, ErrorText.Of(new IOException(new string('x', Limit - 1 - frame))).Length);
        Assert.Equal(TooLarge, ErrorText.Of(new IOException(new string('x', Limit - frame))));
        // In UTF-8.
        Assert.Equal(TooLarge, ErrorText.Of(new IOException(new string('ü', (Limit / 2) - 10))));
    }

    [Fact]
    public void A_cause_that_does_not_fit_is_replaced()
    {
        var large = new string('x', 200 * 1024);

        Assert.Equal(
            "{\n  \"errorType\": \"IOException\",\n  \"errorMessage\": \"outer\",\n  \"cause\": " + TooLarge + "\n}\n",
            ErrorText.Of(new IOException("outer", new TimeoutException(large + large)))
        );
        Assert.EndsWith(
            "x\",\n    \"cause\": " + TooLarge + "\n  }\n}\n",
            ErrorText.Of(new IOException("outer", new TimeoutException(large, new IOException(large))))
        );
    }

    [Fact]
    public void An_aggregate_ends_with_the_first_cause_that_does_not_fit()
    {
        var large = new SilentException(new string('x', 100 * 1024));
        var text = ErrorText.Of(new SilentAggregate(large, large, large));

        Assert.EndsWith("x\"\n    },\n    " + TooLarge + "\n  ]\n}\n", text);
    }

    private sealed class SilentException(string? message, string? stackTrace = null) : Exception
    {
        public override string Message => message!;

        public override string? StackTrace => stackTrace;
    }

    private sealed class SilentAggregate(params Exception[] causes) : AggregateException(causes)
    {
        public override string Message => "";
    }
}
