using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.StepFunctions.Wire;

/// <summary>Makes the HTTP request of one operation (protocol awsJson1_0: POST /, the operation in X-Amz-Target).</summary>
internal sealed class RequestMarshaller(string operation, string hostPrefix) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, Relaxed))
        {
            new WireWriter(json).Write((IWireShape)input);
        }

        var request = new DefaultRequest(input, "Amazon.StepFunctions")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            HostPrefix = hostPrefix,
            Content = body.WrittenSpan.ToArray(),
        };
        request.Headers["X-Amz-Target"] = "AWSStepFunctions." + operation;
        request.Headers[HeaderKeys.ContentTypeHeader] = "application/x-amz-json-1.0";
        request.Headers[HeaderKeys.XAmzApiVersion] = AmazonStepFunctionsConfig.ApiVersion;
        return request;
    }
}
