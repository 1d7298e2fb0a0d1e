using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.StepFunctions.Endpoints;

/// <summary>Which host serves Step Functions: the service's published endpoint rules.</summary>
internal sealed class EndpointRules : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var region =
            (string)parameters["Region"]
            ?? throw new AmazonClientException("Region parameter must be set for endpoint resolution");
        var partition = Fn.Partition(region) ?? throw new AmazonClientException("Cannot resolve endpoint");
        var (fips, dualStack) = (parameters["UseFIPS"] is true, parameters["UseDualStack"] is true);
        if (parameters["Endpoint"] is string { Length: > 0 } custom)
        {
            return fips ? throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported")
                : dualStack
                    ? throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported")
                : new Endpoint(custom);
        }

        return (fips, dualStack) switch
        {
            (true, true) when !partition.supportsFIPS || !partition.supportsDualStack => throw new AmazonClientException(
                "FIPS and DualStack are enabled, but this partition does not support one or both"
            ),
            (true, false) when !partition.supportsFIPS => throw new AmazonClientException(
                "FIPS is enabled but this partition does not support FIPS"
            ),
            (false, true) when !partition.supportsDualStack => throw new AmazonClientException(
                "DualStack is enabled but this partition does not support DualStack"
            ),
            (true, true) => new Endpoint($"https://states-fips.{region}.{partition.dualStackDnsSuffix}"),
            // The plain endpoint of this region is itself FIPS-compliant and has no twin.
            (true, false) when region == "us-gov-west-1" => new Endpoint("https://states.us-gov-west-1.amazonaws.com"),
            (true, false) => new Endpoint($"https://states-fips.{region}.{partition.dnsSuffix}"),
            (false, true) => new Endpoint($"https://states.{region}.{partition.dualStackDnsSuffix}"),
            (false, false) => new Endpoint($"https://states.{region}.{partition.dnsSuffix}"),
        };
    }
}
