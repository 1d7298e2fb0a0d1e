using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using Amazon.Util;

namespace Cxf.Local.CloudWatchLogs;

/// <summary>
/// A client of CloudWatch Logs on AWSSDK.Core's own pipeline (credentials, signing, retries) with the one operation that reading
/// a log takes. Package feeds that have AWSSDK.Core do not always have AWSSDK.CloudWatchLogs.
/// </summary>
internal sealed class LogsClient : AmazonServiceClient
{
    // Of up to 10,000 events.
    private const int MostPages = 50;

    private static readonly LogsMetadata Metadata = new();

    public LogsClient(LogsClientConfig config)
        : base(config) { }

    public LogsClient(AWSCredentials credentials, LogsClientConfig config)
        : base(credentials, config) { }

    /// <inheritdoc />
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <summary>One page of the events of a log group that match a pattern, oldest first.</summary>
    public Task<LogsPage> FilterLogEventsAsync(LogsQuery query, CancellationToken cancellationToken) =>
        InvokeAsync<LogsPage>(
            query,
            new InvokeOptions { RequestMarshaller = new QueryMarshaller(), ResponseUnmarshaller = new PageUnmarshaller() },
            cancellationToken
        );

    /// <summary>
    /// The pages of the events of a log group that match a pattern, oldest first. If there are more than 50, the last one that is
    /// read still has a token.
    /// </summary>
    public async IAsyncEnumerable<LogsPage> PagesAsync(
        LogsQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (var number = 0; number < MostPages; number++)
        {
            var page = await FilterLogEventsAsync(query, cancellationToken);
            yield return page;
            if (page.NextToken is null)
            {
                yield break;
            }

            query.NextToken = page.NextToken;
        }
    }

    /// <inheritdoc />
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new LogsEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new LogsSignature());
    }

    private sealed class LogsMetadata : IServiceMetadata
    {
        public string ServiceId => LogsClientConfig.Id;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }

    private sealed class QueryMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var request = new DefaultRequest(input, "Amazon.CloudWatchLogs")
            {
                HttpMethod = "POST",
                ResourcePath = "/",
                Content = Encoding.UTF8.GetBytes(((LogsQuery)input).ToJson().ToJsonString()),
            };
            request.Headers["X-Amz-Target"] = "Logs_20140328.FilterLogEvents";
            request.Headers[HeaderKeys.ContentTypeHeader] = "application/x-amz-json-1.1";
            request.Headers[HeaderKeys.XAmzApiVersion] = LogsClientConfig.ApiVersion;
            return request;
        }
    }

    private sealed class PageUnmarshaller : JsonResponseUnmarshaller
    {
        public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
        {
            using var json = JsonDocument.Parse(input.Stream);
            return LogsPage.Read(json.RootElement);
        }

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
}

/// <summary>What FilterLogEvents is asked.</summary>
internal sealed class LogsQuery : AmazonWebServiceRequest
{
    /// <summary>The log group.</summary>
    public required string LogGroup { get; init; }

    /// <summary>The pattern that events match.</summary>
    public required string Pattern { get; init; }

    /// <summary>The first moment.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The last moment.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Where the previous page ended; null for the first page.</summary>
    public string? NextToken { get; set; }

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["logGroupName"] = LogGroup,
            ["filterPattern"] = Pattern,
            ["startTime"] = From.ToUnixTimeMilliseconds(),
            ["endTime"] = Until.ToUnixTimeMilliseconds(),
        };
        if (NextToken is not null)
        {
            json["nextToken"] = NextToken;
        }

        return json;
    }
}

/// <summary>What FilterLogEvents answers.</summary>
internal sealed class LogsPage : AmazonWebServiceResponse
{
    /// <summary>The events.</summary>
    public IReadOnlyList<string> Messages { get; private init; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? NextToken { get; private init; }

    public static LogsPage Read(JsonElement json) =>
        new()
        {
            Messages = json.TryGetProperty("events", out var events)
                ? [.. events.EnumerateArray().Select(one => one.GetProperty("message").GetString()!)]
                : [],
            NextToken = json.TryGetProperty("nextToken", out var token) ? token.GetString() : null,
        };
}
