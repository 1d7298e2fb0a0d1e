using System.Text;
using Cxf.Local.Emulators.StepFunctions;
using Cxf.StatesLanguage.Service;
using Cxf.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Cxf.Local.Tests.Emulators.StepFunctions;

/// <summary>
/// What a state sees of each answer that Lambda's Invoke API can give. Real functions behind it: end-to-end tests.
/// </summary>
public sealed class LambdaEndpointInvokerTests
{
    private const string Function = "arn:aws:lambda:us-east-1:111111111111:function:f:live";

    [Fact]
    public async Task A_function_called_by_its_full_name_gets_the_unmodified_event()
    {
        string? path = null;
        string? received = null;
        await using var lambda = await ServeAsync(async context =>
        {
            path = context.Request.Path;
            using var reader = new StreamReader(context.Request.Body);
            received = await reader.ReadToEndAsync();
            context.Response.Headers["X-Amz-Executed-Version"] = "7";
            await context.Response.WriteAsync("""{"n": 2}""");
        });
        using var invoker = new LambdaEndpointInvoker(Address(lambda));

        var result = await invoker.InvokeAsync(Function, """{"n": 1}"""u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Equal($"/2015-03-31/functions/{Function}/invocations", path);
        Assert.Equal("""{"n": 1}""", received);
        Assert.Equal(
            ("""{"n": 2}""", false, "7"),
            (Encoding.UTF8.GetString(result.Payload.Span), result.FunctionError, result.ExecutedVersion)
        );
    }

    [Theory]
    [InlineData(
        404,
        "ResourceNotFoundException",
        """{"Type":"User","Message":"Function not found: f"}""",
        "Lambda.ResourceNotFoundException",
        "Function not found: f (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request "
            + "ID: id-1; Proxy: null)"
    )]
    [InlineData(
        429,
        "TooManyRequestsException:http://internal.amazon.com/",
        """{"message":"Rate Exceeded."}""",
        "Lambda.TooManyRequestsException",
        "Rate Exceeded. (Service: AWSLambda; Status Code: 429; Error Code: TooManyRequestsException; Request ID: "
            + "id-1; Proxy: null)"
    )]
    [InlineData(
        502,
        null,
        "<html>",
        "Lambda.ServiceException",
        "Bad Gateway (Service: AWSLambda; Status Code: 502; Error Code: ServiceException; Request ID: id-1; Proxy: null)"
    )]
    [InlineData(
        403,
        null,
        "",
        "Lambda.AWSLambdaException",
        "Forbidden (Service: AWSLambda; Status Code: 403; Error Code: AWSLambdaException; Request ID: id-1; Proxy: null)"
    )]
    public async Task A_rejection_has_the_name_and_message_of_Step_Functions(
        int status,
        string? errorType,
        string body,
        string error,
        string cause
    )
    {
        await using var lambda = await ServeAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers["x-amzn-RequestId"] = "id-1";
            context.Response.Headers["x-amzn-ErrorType"] = errorType;
            return context.Response.WriteAsync(body);
        });

        Assert.Equal((error, cause), await FailureAsync(Address(lambda)));
    }

    [Theory]
    [InlineData(
        """{"errorType":"ApiTimeout","errorMessage":"late"}""",
        "ApiTimeout",
        """{"errorType":"ApiTimeout","errorMessage":"late"}"""
    )]
    [InlineData(
        """{"errorMessage":"late"}""",
        "Lambda.Unknown",
        """The cause could not be determined because Lambda did not return an error type. """
            + """Returned payload: {"errorMessage":"late"}"""
    )]
    public async Task A_function_that_failed_fails_the_task_by_the_name_of_its_error(string document, string error, string cause)
    {
        await using var lambda = await ServeAsync(context =>
        {
            context.Response.Headers["X-Amz-Function-Error"] = "Unhandled";
            return context.Response.WriteAsync(document);
        });

        Assert.Equal((error, cause), await FailureAsync(Address(lambda)));
    }

    [Fact]
    public async Task An_answer_that_is_not_JSON_fails_the_task()
    {
        await using var lambda = await ServeAsync(static context => context.Response.WriteAsync("<html>"));

        Assert.Equal(("Lambda.Unknown", "The function's answer is not JSON."), await FailureAsync(Address(lambda)));
    }

    [Fact]
    public async Task A_Lambda_that_is_not_there_is_an_error_of_the_client()
    {
        using var closed = new ClosedPort();
        Assert.Equal("Lambda.SdkClientException", (await FailureAsync(closed.Address)).Error);
    }

    [Fact]
    public async Task A_state_that_times_out_hangs_up()
    {
        var hungUp = new TaskCompletionSource();
        await using var lambda = await ServeAsync(async context =>
        {
            await using var registration = context.RequestAborted.Register(hungUp.SetResult);
            await hungUp.Task;
        });

        Assert.Equal("States.Timeout", (await FailureAsync(Address(lambda), "\"TimeoutSeconds\":1,")).Error);
        await hungUp.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<(string? Error, string? Cause)> FailureAsync(Uri lambda, string limits = "")
    {
        using var invoker = new LambdaEndpointInvoker(lambda);
        using var service = new StepFunctionsService(new StepFunctionsOptions { Lambda = invoker });
        var machine = service
            .CreateStateMachine(
                new CreateStateMachineRequest(
                    "call",
                    $$$"""
                    {"QueryLanguage":"JSONata","StartAt":"Call","States":{"Call":{"Type":"Task",
                     "Resource":"arn:aws:states:::lambda:invoke",
                      "Arguments":{"FunctionName":"{{{Function}}}","Payload":{}},{{{limits}}}"End":true} } }
                    """,
                    "arn:aws:iam::111111111111:role/r"
                )
            )
            .StateMachineArn;
        var arn = service.StartExecution(new StartExecutionRequest(machine)).ExecutionArn;
        await service.WhenEnded(arn, TestContext.Current.CancellationToken);
        var view = service.ViewOf(arn);
        return (view.Error, view.Cause);
    }

    private static async Task<WebApplication> ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    private static Uri Address(WebApplication server) => new(server.Urls.Single());
}
