using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Cxf.AwsPackages.Tests.StepFunctions;

/// <summary>What goes over the wire, seen from the server.</summary>
public sealed class WireTests
{
    private const string Machine = "arn:aws:states:eu-west-1:123456789012:stateMachine:cxf-dev-acme-lead:live";

    [Fact]
    public async Task A_request_is_what_the_service_expects_to_the_byte()
    {
        await using var server = await StepFunctionsServer.StartAsync(
            StubAnswer.Ok("""{"executionArn":"arn:e","startDate":1.5}""")
        );
        using var client = server.Client();

        await client.StartExecutionAsync(
            new StartExecutionRequest
            {
                StateMachineArn = Machine,
                Name = "e1",
                Input = "{}",
            },
            TestContext.Current.CancellationToken
        );

        var request = Assert.Single(server.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/", request.Target);
        Assert.Equal("AWSStepFunctions.StartExecution", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", request.Headers["Content-Type"]);
        Assert.Equal("2016-11-23", request.Headers["x-amz-api-version"]);
        Assert.Equal($"127.0.0.1:{server.Port}", request.Headers["Host"]);
        Assert.Contains("api/StepFunctions#4.0.2.9", request.Headers["User-Agent"]);
        Assert.Equal($$"""{"input":"{}","name":"e1","stateMachineArn":"{{Machine}}"}""", request.Text);
    }

    [Fact]
    public async Task Text_arrives_as_it_was_given()
    {
        const string Input = """{"name":"Ünal \"<&>\" \u0001 🙂"}""";
        await using var server = await StepFunctionsServer.StartAsync(StubAnswer.Ok("{}"));
        using var client = server.Client();

        await client.StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = Machine, Input = Input },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(Input, Assert.Single(server.Requests).Json.GetProperty("input").GetString());
    }

    [Fact]
    public async Task A_request_is_signed_for_the_service_states()
    {
        await using var server = await StepFunctionsServer.StartAsync(StubAnswer.Ok("{}"));
        using var client = server.Client();

        await client.ListStateMachinesAsync(new ListStateMachinesRequest(), TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        var expected = SignatureVersion4Check.Authorization(
            request,
            StepFunctionsServer.AccessKey,
            StepFunctionsServer.SecretKey,
            StepFunctionsServer.Region,
            "states"
        );
        Assert.Equal(expected, request.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_session_token_is_sent_and_signed()
    {
        await using var server = await StepFunctionsServer.StartAsync(StubAnswer.Ok("{}"));
        using var client = server.Client(
            credentials: new SessionAWSCredentials(StepFunctionsServer.AccessKey, StepFunctionsServer.SecretKey, "session-token")
        );

        await client.ListStateMachinesAsync(new ListStateMachinesRequest(), TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Requests);
        Assert.Equal("session-token", request.Headers["X-Amz-Security-Token"]);
        Assert.Contains("x-amz-security-token", request.Headers["Authorization"]);
        var expected = SignatureVersion4Check.Authorization(
            request,
            StepFunctionsServer.AccessKey,
            StepFunctionsServer.SecretKey,
            StepFunctionsServer.Region,
            "states"
        );
        Assert.Equal(expected, request.Headers["Authorization"]);
    }

    [Fact]
    public async Task Nested_members_words_lists_and_flags_are_written()
    {
        await using var server = await StepFunctionsServer.StartAsync(
            StubAnswer.Ok("""{"stateMachineArn":"a","creationDate":1}""")
        );
        using var client = server.Client();

        await client.CreateStateMachineAsync(
            new CreateStateMachineRequest
            {
                Name = "m",
                Definition = "{}",
                Type = StateMachineType.EXPRESS,
                Publish = false,
                Tags = [new Tag { Key = "k", Value = "" }],
                LoggingConfiguration = new LoggingConfiguration
                {
                    Level = LogLevel.ERROR,
                    Destinations =
                    [
                        new LogDestination { CloudWatchLogsLogGroup = new CloudWatchLogsLogGroup { LogGroupArn = "g" } },
                    ],
                },
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            """
            {"definition":"{}","loggingConfiguration":{"destinations":[{"cloudWatchLogsLogGroup":{"logGroupArn":"g"}}],
            "level":"ERROR"},
            "name":"m","publish":false,"tags":[{"key":"k","value":""}],"type":"EXPRESS"}
            """.ReplaceLineEndings(""),
            Assert.Single(server.Requests).Text
        );
    }

    [Fact]
    public async Task An_empty_request_is_an_empty_object()
    {
        await using var server = await StepFunctionsServer.StartAsync(StubAnswer.Ok("{}"));
        using var client = server.Client();

        await client.ListStateMachinesAsync(new ListStateMachinesRequest(), TestContext.Current.CancellationToken);

        Assert.Equal("{}", Assert.Single(server.Requests).Text);
    }
}
