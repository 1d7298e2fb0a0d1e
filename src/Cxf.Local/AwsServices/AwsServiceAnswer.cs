using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Cxf.Local.AwsServices;

/// <summary>What a service of AWS answered.</summary>
internal sealed class AwsServiceAnswer : AmazonWebServiceResponse
{
    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; private init; }

    /// <summary>The headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private init; } = new Dictionary<string, string>();

    public static AwsServiceAnswer Of(JsonUnmarshallerContext context) => Read(context.ResponseData, context.Stream);

    public static AwsServiceAnswer Of(XmlUnmarshallerContext context) => Read(context.ResponseData, context.Stream);

    /// <summary>The body as JSON.</summary>
    public JsonElement Json() => JsonElement.Parse(Body.Span);

    private static AwsServiceAnswer Read(IWebResponseData data, Stream stream)
    {
        using var body = new MemoryStream();
        stream.CopyTo(body);
        return new AwsServiceAnswer
        {
            Body = body.ToArray(),
            Headers = data.GetHeaderNames().ToDictionary(name => name, data.GetHeaderValue, StringComparer.OrdinalIgnoreCase),
        };
    }
}

/// <summary>Reads answers of services that speak JSON.</summary>
internal sealed class JsonAnswerUnmarshaller : JsonResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) => AwsServiceAnswer.Of(input);

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode
    )
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        return new AmazonServiceException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }
}

/// <summary>Reads answers of services that speak XML.</summary>
internal sealed class XmlAnswerUnmarshaller : XmlResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input) => AwsServiceAnswer.Of(input);

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode
    )
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        return new AmazonServiceException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }
}
