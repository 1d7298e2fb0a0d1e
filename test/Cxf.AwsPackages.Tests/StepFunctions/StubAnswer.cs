namespace Cxf.AwsPackages.Tests.StepFunctions;

/// <summary>What the server answers.</summary>
internal sealed record StubAnswer(int Status, string Body, string ContentType = "application/x-amz-json-1.0")
{
    public static StubAnswer Ok(string body) => new(200, body);

    public static StubAnswer Error(string type, string message = "it is so", int status = 400) =>
        new(status, $$"""{"__type":"com.amazonaws.swf.service.v2.model#{{type}}","message":"{{message}}"}""");
}
