using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Cxf.Local.CloudWatchLogs;

/// <summary>Which host serves CloudWatch Logs: the one of the region, or the address that is given.</summary>
internal sealed class LogsEndpoints : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters["Endpoint"] is string { Length: > 0 } custom)
        {
            return new Endpoint(custom);
        }

        var region = (string?)parameters["Region"] ?? throw new AmazonClientException("No AWS region is set.");
        var partition = Fn.Partition(region) ?? throw new AmazonClientException($"There is no AWS region {region}.");
        var fips = parameters["UseFIPS"] is true ? "-fips" : "";
        return new Endpoint($"https://logs{fips}.{region}.{partition.dnsSuffix}");
    }
}

/// <summary>The pipeline's step that finds the endpoint of a request.</summary>
internal sealed class LogsEndpointResolver : BaseEndpointResolver
{
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) { }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return new EndpointParameters
        {
            ["Region"] =
                (requestContext.Request.AlternateEndpoint ?? config.RegionEndpoint)?.SystemName ?? config.AuthenticationRegion,
            ["UseFIPS"] = config.UseFIPSEndpoint,
            ["Endpoint"] = config.ServiceURL,
        };
    }
}

/// <summary>The pipeline's step that chooses how requests are signed: Signature Version 4.</summary>
internal sealed class LogsSignature : BaseAuthResolverHandler
{
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
        AuthSchemeOption.DEFAULT_SIGV4;
}
