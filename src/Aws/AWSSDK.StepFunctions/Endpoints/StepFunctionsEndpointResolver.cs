using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.StepFunctions.Endpoints;

/// <summary>The pipeline's step that finds the endpoint of a request and puts the operation's host prefix before it.</summary>
internal sealed class StepFunctionsEndpointResolver : BaseEndpointResolver
{
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return new EndpointParameters
        {
            ["Region"] = Region(requestContext.Request.AlternateEndpoint ?? config.RegionEndpoint, config),
            ["UseDualStack"] = config.UseDualstackEndpoint,
            ["UseFIPS"] = config.UseFIPSEndpoint,
            ["Endpoint"] = config.ServiceURL,
        };
    }

    // With only a ServiceURL there is no region: the signing region is used, or else the region in the address.
    private static string Region(RegionEndpoint endpoint, IClientConfig config) =>
        endpoint is not null || string.IsNullOrEmpty(config.ServiceURL) ? endpoint?.SystemName
        : !string.IsNullOrEmpty(config.AuthenticationRegion) ? config.AuthenticationRegion
        : RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(config.ServiceURL)).SystemName;
}
