using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Cxf.Local.AwsServices;

/// <summary>Sends requests to one service in its protocol, signed and retried by AWSSDK.Core's pipeline.</summary>
internal sealed class AwsServiceClient : AmazonServiceClient
{
    public AwsServiceClient(AwsServiceConfig config)
        : base(config) { }

    public AwsServiceClient(AWSCredentials credentials, AwsServiceConfig config)
        : base(credentials, config) { }

    // The pipeline asks for it while the base class is made, so no field of this class has it.
    /// <inheritdoc />
    protected override IServiceMetadata ServiceMetadata => new ServiceNames(Service.Id);

    private AwsService Service => ((AwsServiceConfig)Config).Service;

    /// <summary>Sends a request of a service that speaks AWS JSON.</summary>
    public async Task<JsonElement> PostAsync(string operation, JsonObject input, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(
            new AwsServiceCall
            {
                Method = HttpMethod.Post,
                Content = Encoding.UTF8.GetBytes(input.ToJsonString()),
                ContentType = Service.ContentType,
                Headers = { ["X-Amz-Target"] = $"{Service.Target}.{operation}" },
            },
            cancellationToken
        );
        return answer.Json();
    }

    /// <summary>Sends a request of a service that takes forms and answers with XML: the element with the result.</summary>
    public async Task<XElement> PostFormAsync(
        string operation,
        IEnumerable<KeyValuePair<string, string>> input,
        CancellationToken cancellationToken
    )
    {
        var answer = await SendAsync(
            new AwsServiceCall
            {
                Method = HttpMethod.Post,
                Parameters = [new("Action", operation), new("Version", Service.ApiVersion), .. input],
            },
            cancellationToken
        );
        var document = XDocument.Parse(Encoding.UTF8.GetString(answer.Body.Span));
        return document.Root!.Elements().First(element => element.Name.LocalName == $"{operation}Result");
    }

    /// <summary>Sends a request as it is.</summary>
    public Task<AwsServiceAnswer> SendAsync(AwsServiceCall call, CancellationToken cancellationToken) =>
        InvokeAsync<AwsServiceAnswer>(
            call,
            new InvokeOptions
            {
                RequestMarshaller = new CallMarshaller(Service),
                ResponseUnmarshaller = Service.IsGlobal ? new XmlAnswerUnmarshaller() : new JsonAnswerUnmarshaller(),
            },
            cancellationToken
        );

    /// <inheritdoc />
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AwsServiceEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new AwsServiceSignature());
    }

    private sealed class ServiceNames(string id) : IServiceMetadata
    {
        public string ServiceId => id;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }

    private sealed class CallMarshaller(AwsService service) : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var call = (AwsServiceCall)input;
            var request = new DefaultRequest(call, $"Amazon.{service.Id}")
            {
                HttpMethod = call.Method.Method,
                ResourcePath = call.Path,
                Content = call.Content,
                UseQueryString = call.Content is not null || call.Method == HttpMethod.Get,
            };
            foreach (var (name, value) in call.PathParts)
            {
                request.AddPathResource($"{{{name}}}", value);
            }

            foreach (var (name, value) in call.Parameters)
            {
                request.Parameters[name] = value;
            }

            foreach (var (name, value) in call.Headers)
            {
                request.Headers[name] = value;
            }

            if (call.ContentType is { } type)
            {
                request.Headers[HeaderKeys.ContentTypeHeader] = type;
            }

            request.Headers[HeaderKeys.XAmzApiVersion] = service.ApiVersion;
            return request;
        }
    }
}
