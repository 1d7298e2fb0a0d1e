using System.Net;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Cxf.AwsPackages.Tests.StepFunctions;

/// <summary>Errors that the service answers, as exceptions.</summary>
public sealed class ErrorTests
{
    /// <summary>Every exception class by its code on the wire.</summary>
    public static TheoryData<string, string> Codes
    {
        get
        {
            // Some codes end in "Exception" already; the others get it in the class name.
            string[] whole =
            [
                "ConflictException",
                "KmsAccessDeniedException",
                "KmsInvalidStateException",
                "KmsThrottlingException",
                "ServiceQuotaExceededException",
                "ValidationException",
            ];
            var classes = typeof(AmazonStepFunctionsException)
                .Assembly.GetExportedTypes()
                .Where(type => type.BaseType == typeof(AmazonStepFunctionsException))
                .Select(type => type.Name);
            var data = new TheoryData<string, string>();
            foreach (var name in classes)
            {
                data.Add(whole.Contains(name) ? name : name[..^"Exception".Length], name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_code_of_the_service_model_is_an_exception_of_its_own_class(string code, string expected)
    {
        await using var server = await StepFunctionsServer.StartAsync(StubAnswer.Error(code));
        using var client = server.Client(config => config.MaxErrorRetry = 0);

        var error = await Assert.ThrowsAnyAsync<AmazonStepFunctionsException>(() => StartAsync(client));

        Assert.Equal(expected, error.GetType().Name);
        Assert.Equal(code, error.ErrorCode);
        Assert.Equal("it is so", error.Message);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal("11111111-2222-3333-4444-555555555555", error.RequestId);
    }

    [Fact]
    public void All_29_classes_are_tried() => Assert.Equal(29, Codes.Count);

    [Fact]
    public async Task A_code_without_a_class_is_the_base_exception()
    {
        await using var server = await StepFunctionsServer.StartAsync(StubAnswer.Error("AccessDeniedException", "not you"));
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<AmazonStepFunctionsException>(() => StartAsync(client));

        Assert.Equal(("AccessDeniedException", "not you"), (error.ErrorCode, error.Message));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Members_beside_the_message_are_read()
    {
        await using var server = await StepFunctionsServer.StartAsync(
            new StubAnswer(400, """{"__type":"ValidationException","message":"m","reason":"MISSING_REQUIRED_PARAMETER"}"""),
            new StubAnswer(404, """{"__type":"ResourceNotFound","message":"m","resourceName":"arn:x"}"""),
            new StubAnswer(400, """{"__type":"KmsInvalidStateException","message":"m","kmsKeyState":"DISABLED"}""")
        );
        using var client = server.Client();

        var validation = await Assert.ThrowsAsync<ValidationException>(() => StartAsync(client));
        var notFound = await Assert.ThrowsAsync<ResourceNotFoundException>(() => StartAsync(client));
        var key = await Assert.ThrowsAsync<KmsInvalidStateException>(() => StartAsync(client));

        Assert.Same(ValidationExceptionReason.MISSING_REQUIRED_PARAMETER, validation.Reason);
        Assert.Equal(("arn:x", HttpStatusCode.NotFound), (notFound.ResourceName, notFound.StatusCode));
        Assert.Same(KmsKeyState.DISABLED, key.KmsKeyState);
    }

    [Fact]
    public async Task An_error_page_of_a_proxy_is_an_exception_with_its_status()
    {
        await using var server = await StepFunctionsServer.StartAsync(new StubAnswer(403, "<html>no</html>", "text/html"));
        using var client = server.Client();

        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => StartAsync(client));

        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
    }

    private static Task<StartExecutionResponse> StartAsync(AmazonStepFunctionsClient client) =>
        client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = "m" }, TestContext.Current.CancellationToken);
}
