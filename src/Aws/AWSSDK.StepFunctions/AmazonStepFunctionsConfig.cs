using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StepFunctions.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.StepFunctions;

/// <summary>How a client reaches Step Functions: region or address, retries, timeouts.</summary>
public class AmazonStepFunctionsConfig : ClientConfig
{
    /// <summary>The version of the service's API.</summary>
    internal const string ApiVersion = "2016-11-23";

    /// <summary>The version of the package that this assembly replaces.</summary>
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString("StepFunctions", "4.0.2.9");

    public AmazonStepFunctionsConfig()
        : base(new DefaultConfigurationProvider(AmazonStepFunctionsDefaultConfiguration.GetAllConfigurations()))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "states";
        EndpointProvider = new EndpointRules();
    }

    /// <summary>The service's id in settings: AWS_ENDPOINT_URL_SFN.</summary>
    public static new string ServiceId => "SFN";

    public override string RegionEndpointServiceName => "states";

    public override string ServiceVersion => ApiVersion;

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        var context = new RequestContext(false)
        {
            ClientConfig = this,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint },
        };
        return new StepFunctionsEndpointResolver().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, null));
    }
}
