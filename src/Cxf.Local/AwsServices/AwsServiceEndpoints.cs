using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Cxf.Local.AwsServices;

/// <summary>Which host serves a service: the one of the region or of all regions, or the address that is given.</summary>
internal sealed class AwsServiceEndpoints(AwsService service) : IEndpointProvider
{
    // Endpoint rules of IAM: a partition has one host, which one of its regions signs.
    private static readonly Dictionary<string, (string Host, string Region)> GlobalHosts = new()
    {
        ["aws"] = ("iam.amazonaws.com", "us-east-1"),
        ["aws-cn"] = ("iam.cn-north-1.amazonaws.com.cn", "cn-north-1"),
        ["aws-us-gov"] = ("iam.us-gov.amazonaws.com", "us-gov-west-1"),
    };

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters["Endpoint"] is string { Length: > 0 } custom)
        {
            return new Endpoint(custom);
        }

        var region = (string?)parameters["Region"] ?? throw new AmazonClientException("No AWS region is set.");
        var partition = Fn.Partition(region) ?? throw new AmazonClientException($"There is no AWS region {region}.");
        if (service.IsGlobal)
        {
            return Global(partition.name);
        }

        var fips = parameters["UseFIPS"] is true ? "-fips" : "";
        return new Endpoint($"https://{service.Host}{fips}.{region}.{partition.dnsSuffix}");
    }

    private static Endpoint Global(string partition)
    {
        var (host, region) = GlobalHosts.TryGetValue(partition, out var known)
            ? known
            : throw new AmazonClientException($"The host of IAM in the partition {partition} is not known.");
        return new Endpoint($"https://{host}")
        {
            Attributes = new PropertyBag
            {
                ["authSchemes"] = new List<object>
                {
                    new PropertyBag
                    {
                        ["name"] = "sigv4",
                        ["signingName"] = "iam",
                        ["signingRegion"] = region,
                    },
                },
            },
        };
    }
}

/// <summary>The pipeline's step that finds the endpoint of a request.</summary>
internal sealed class AwsServiceEndpointResolver : BaseEndpointResolver
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
internal sealed class AwsServiceSignature : BaseAuthResolverHandler
{
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) =>
        AuthSchemeOption.DEFAULT_SIGV4;
}
