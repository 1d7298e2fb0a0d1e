using System.Text;
using System.Text.Json;

namespace Cxf.AwsPackages.Tests.RuntimeSupport;

/// <summary>An executable with generated Main and wrappers, behind a Runtime API.</summary>
public sealed class InvocationTests
{
    private const string Ada = """{"Name":"Ada","Size":3}""";

    [Fact]
    public async Task A_function_answers_event_after_event_with_services_of_the_process_and_of_the_invocation()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        using var process = new SampleProcess(api.Endpoint, "Greet");

        var first = await api.InvokeAsync(Ada);
        var second = await api.InvokeAsync(Ada);

        Assert.Equal("invocation/req-1/response", first.Path);
        Assert.Equal("""{"Text":"Hello, Ada! (1)","RequestId":"req-1","Call":1}""", first.Text);
        Assert.Equal("application/json", first.Headers["Content-Type"]);
        Assert.Equal("""{"Text":"Hello, Ada! (1)","RequestId":"req-2","Call":2}""", second.Text);
    }

    [Fact]
    public async Task The_headers_of_an_invocation_reach_the_handler()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        using var process = new SampleProcess(
            api.Endpoint,
            "Tell",
            ("AWS_LAMBDA_FUNCTION_NAME", "sample"),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
            ("AWS_EXECUTION_ENV", "E")
        );

        var told = await api.InvokeAsync(
            "{}",
            response =>
            {
                response.Headers["Lambda-Runtime-Trace-Id"] = "Root=1-2-3";
                response.Headers["Lambda-Runtime-Aws-Tenant-Id"] = "acme";
                response.Headers["Lambda-Runtime-Client-Context"] =
                    """{"client":{"app_title":"App"},"custom":{"k":"v"},"env":{}}""";
                response.Headers["Lambda-Runtime-Cognito-Identity"] =
                    """{"cognitoIdentityId":"id","cognitoIdentityPoolId":"pool"}""";
            }
        );
        var bare = await api.InvokeAsync("{}");

        Assert.Equal(
            "arn:aws:lambda:eu-west-1:123456789012:function:sample:live|Root=1-2-3|Root=1-2-3|acme|v|App|id|sample|512|True|True|"
                + "E_lib/amazon-lambda-annotations#2.3.0.0",
            told.Json.GetString()
        );
        // Nothing of one invocation is left for the next.
        Assert.Contains(":live||||||", bare.Json.GetString());
    }

    [Fact]
    public async Task An_exception_is_an_error_with_its_class_name_message_stack_and_cause()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        using var process = new SampleProcess(api.Endpoint, "Fail");

        var error = await api.InvokeAsync(Ada);
        var next = await api.InvokeAsync(Ada);

        Assert.Equal("invocation/req-1/error", error.Path);
        Assert.Equal("ApiTimeout", error.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal("application/vnd.aws.lambda.error+json", error.Headers["Content-Type"]);
        Assert.Equal("ApiTimeout", error.Json.GetProperty("errorType").GetString());
        Assert.Equal("No answer for Ada \"ü\".", error.Json.GetProperty("errorMessage").GetString());
        Assert.Contains("SampleFunctions.Fail", error.Json.GetProperty("stackTrace")[0].GetString());
        Assert.Equal("TimeoutException", error.Json.GetProperty("cause").GetProperty("errorType").GetString());
        var trace = JsonElement.Parse(error.Headers["Lambda-Runtime-Function-XRay-Error-Cause"]);
        Assert.Equal("ApiTimeout", trace.GetProperty("exceptions")[0].GetProperty("type").GetString());
        Assert.Equal("invocation/req-2/error", next.Path);
    }

    [Fact]
    public async Task An_event_that_is_not_what_the_function_takes_is_an_error_and_not_the_end()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        using var process = new SampleProcess(api.Endpoint, "Greet");

        var refused = await api.InvokeAsync("""{"Name":[]}""");
        var answered = await api.InvokeAsync(Ada);

        Assert.Equal("JsonSerializerException", refused.Json.GetProperty("errorType").GetString());
        Assert.Equal("invocation/req-2/response", answered.Path);
    }

    [Fact]
    public async Task An_answer_above_the_limit_is_an_error_in_lambdas_own_words()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        using var process = new SampleProcess(api.Endpoint, "Grow");

        // Two quotes make the JSON text two bytes longer than its letters.
        var largest = await api.InvokeAsync("""{"Name":"","Size":6291554}""");
        var tooLarge = await api.InvokeAsync("""{"Name":"","Size":6291555}""");
        var small = await api.InvokeAsync("""{"Name":"","Size":1}""");

        Assert.Equal(("invocation/req-1/response", 6_291_556), (largest.Path, largest.Body.Length));
        Assert.Equal("invocation/req-2/error", tooLarge.Path);
        Assert.Equal("Function.ResponseSizeTooLarge", tooLarge.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal(
            "Response payload size (6291557 bytes) exceeded maximum allowed payload size (6291556 bytes).",
            tooLarge.Json.GetProperty("errorMessage").GetString()
        );
        Assert.Equal("\"x\"", small.Text);
    }

    [Fact]
    public async Task An_answer_that_the_runtime_api_finds_too_large_is_an_error()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        api.Verdict = answer => answer.Path.EndsWith("/response", StringComparison.Ordinal) ? 413 : 202;
        using var process = new SampleProcess(api.Endpoint, "Grow");

        var first = await api.InvokeAsync("""{"Name":"","Size":1}""");
        var then = await api.AnswerAsync();

        Assert.Equal("invocation/req-1/response", first.Path);
        Assert.Equal("invocation/req-1/error", then.Path);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task Events_of_any_size_come_whole_however_the_server_sends_them(bool withContentLength, bool closeAfterEach)
    {
        await using var api = await RuntimeApiServer.StartAsync();
        (api.WithContentLength, api.CloseAfterEach) = (withContentLength, closeAfterEach);
        using var process = new SampleProcess(api.Endpoint, "Echo");

        foreach (var size in new[] { 0, 1, 16_000, 20_000, 1_200_000, 5 })
        {
            var sent = string.Concat(Enumerable.Range(0, size).Select(index => (char)('a' + (index % 26))));
            Assert.Equal(sent, (await api.InvokeAsync(sent)).Json.GetString());
        }
    }

    [Fact]
    public async Task Sigterm_ends_the_process_in_good_order()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        using var process = new SampleProcess(api.Endpoint, "Greet");
        await api.InvokeAsync(Ada);
        // The registration follows the first answer; by the second it is there.
        await api.InvokeAsync(Ada);

        Assert.Equal(0, await process.TerminateAsync());
        Assert.Equal("", process.Errors);
    }

    [Theory]
    [InlineData(
        null,
        "ANNOTATIONS_HANDLER is not set; it must name one of this executable's functions: Greet, Fail, Grow, Write, Tell, Echo."
    )]
    [InlineData(
        "greet",
        "ANNOTATIONS_HANDLER is 'greet'; it must name one of this executable's functions: Greet, Fail, Grow, Write, Tell, Echo."
    )]
    public async Task An_unset_or_unknown_handler_is_an_error_that_lambda_shows(string? handler, string message)
    {
        await using var api = await RuntimeApiServer.StartAsync();
        using var process = new SampleProcess(api.Endpoint, handler);

        var error = await api.AnswerAsync();

        Assert.Equal("init/error", error.Path);
        Assert.Equal("InvalidOperationException", error.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal(message, error.Json.GetProperty("errorMessage").GetString());
        Assert.NotEqual(0, await process.ExitAsync());
        Assert.Contains(message, process.Errors);
    }

    [Fact]
    public async Task A_start_up_that_fails_is_an_initialisation_error()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        using var process = new SampleProcess(api.Endpoint, "Greet", ("SAMPLE_BROKEN_STARTUP", "1"));

        var error = await api.AnswerAsync();

        Assert.Equal("init/error", error.Path);
        Assert.Equal("The sample's start-up is broken.", error.Json.GetProperty("errorMessage").GetString());
        Assert.NotEqual(0, await process.ExitAsync());
    }

    [Fact]
    public async Task Outside_lambda_the_program_says_what_it_is()
    {
        using var process = new SampleProcess(endpoint: null, "Greet");

        Assert.NotEqual(0, await process.ExitAsync());
        Assert.Contains("AWS_LAMBDA_RUNTIME_API is not set", process.Errors);
    }

    [Fact]
    public async Task Log_lines_are_text_with_time_request_and_level_by_default()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        using var process = new SampleProcess(api.Endpoint, "Write");

        var answer = await api.InvokeAsync(Ada);
        var lines = await process.OutputAsync();

        Assert.Equal("", answer.Text);
        Assert.Equal(
            [
                "req-1\tinfo\tsold 3 of Ada for 1.50",
                "req-1\twarn\tfrom anywhere",
                "req-1\tinfo\tto the console",
                "req-1\tfail\tto the console's errors",
                "req-1\tfail\twhile testing",
            ],
            lines.Take(5).Select(line => line[(line.IndexOf('\t') + 1)..])
        );
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\t", lines[0]);
        Assert.Equal("System.InvalidOperationException: broken", lines[5]);
    }

    [Fact]
    public async Task Log_lines_are_json_with_named_arguments_where_the_function_is_set_so()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        using var process = new SampleProcess(
            api.Endpoint,
            "Write",
            ("AWS_LAMBDA_LOG_FORMAT", "JSON"),
            ("AWS_LAMBDA_LOG_LEVEL", "DEBUG")
        );

        await api.InvokeAsync(Ada, response => response.Headers["Lambda-Runtime-Trace-Id"] = "Root=1");
        var lines = (await process.OutputAsync()).Select(line => JsonElement.Parse(Encoding.UTF8.GetBytes(line))).ToList();

        var sold = lines[0];
        Assert.Equal("sold 3 of Ada for 1.50", sold.GetProperty("message").GetString());
        Assert.Equal("Information", sold.GetProperty("level").GetString());
        Assert.Equal("req-1", sold.GetProperty("requestId").GetString());
        Assert.Equal("Root=1", sold.GetProperty("traceId").GetString());
        Assert.Equal(3, sold.GetProperty("Count").GetInt32());
        Assert.Equal("Ada", sold.GetProperty("Item").GetString());
        Assert.Equal("1.50", sold.GetProperty("Price").GetString());
        Assert.Equal("Debug", lines[1].GetProperty("level").GetString());
        var broken = lines[^1];
        Assert.Equal("while testing", broken.GetProperty("message").GetString());
        Assert.Equal("System.InvalidOperationException", broken.GetProperty("errorType").GetString());
        Assert.Equal("broken", broken.GetProperty("errorMessage").GetString());
    }

    [Theory]
    [InlineData("ERROR", 2)]
    [InlineData("FATAL", 0)]
    public async Task Lines_below_the_level_are_not_written(string level, int expected)
    {
        await using var api = await RuntimeApiServer.StartAsync();
        using var process = new SampleProcess(
            api.Endpoint,
            "Write",
            ("AWS_LAMBDA_LOG_FORMAT", "JSON"),
            ("AWS_LAMBDA_LOG_LEVEL", level)
        );

        await api.InvokeAsync(Ada);

        Assert.Equal(expected, (await process.OutputAsync()).Count);
    }
}
