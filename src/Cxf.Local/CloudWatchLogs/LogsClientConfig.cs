using System.Collections.ObjectModel;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Cxf.Local.CloudWatchLogs;

/// <summary>How a client reaches CloudWatch Logs: region or address, retries, timeouts.</summary>
internal sealed class LogsClientConfig : ClientConfig
{
    /// <summary>The version of the service's API.</summary>
    public const string ApiVersion = "2014-03-28";

    /// <summary>The service's id in settings: AWS_ENDPOINT_URL_CLOUDWATCH_LOGS.</summary>
    public const string Id = "CloudWatch Logs";

    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString("CloudWatchLogs", "4.0.0.0");

    public LogsClientConfig()
        : base(new DefaultConfigurationProvider(Modes))
    {
        ServiceId = Id;
        AuthenticationServiceName = "logs";
        EndpointProvider = new LogsEndpoints();
    }

    /// <inheritdoc />
    public override string RegionEndpointServiceName => "logs";

    /// <inheritdoc />
    public override string ServiceVersion => ApiVersion;

    /// <inheritdoc />
    public override string UserAgent => Agent;

    private static ReadOnlyCollection<IDefaultConfiguration> Modes { get; } =
        new([
            Mode(DefaultConfigurationMode.Standard, 3.1),
            Mode(DefaultConfigurationMode.InRegion, 1.1),
            Mode(DefaultConfigurationMode.CrossRegion, 3.1),
            Mode(DefaultConfigurationMode.Mobile, 30),
            Mode(DefaultConfigurationMode.Auto, 1.1),
        ]);

    /// <inheritdoc />
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        throw new NotSupportedException("Only the pipeline of the client finds endpoints.");

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, double connectSeconds) =>
        new()
        {
            Name = name,
            RetryMode = RequestRetryMode.Standard,
            S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
            ConnectTimeout = TimeSpan.FromSeconds(connectSeconds),
            TlsNegotiationTimeout = TimeSpan.FromSeconds(connectSeconds),
        };
}
