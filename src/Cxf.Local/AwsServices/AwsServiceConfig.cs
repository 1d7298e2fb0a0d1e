using System.Collections.ObjectModel;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Cxf.Local.AwsServices;

/// <summary>How a client reaches a service: region or address, retries, timeouts.</summary>
internal sealed class AwsServiceConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString("Cxf", "4.0.0.0");

    public AwsServiceConfig(AwsService service)
        : base(new DefaultConfigurationProvider(Modes))
    {
        Service = service;
        ServiceId = service.Id;
        AuthenticationServiceName = service.SigningName;
        EndpointProvider = new AwsServiceEndpoints(service);
    }

    /// <summary>The service.</summary>
    public AwsService Service { get; }

    /// <inheritdoc />
    public override string RegionEndpointServiceName => Service.Host;

    /// <inheritdoc />
    public override string ServiceVersion => Service.ApiVersion;

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
