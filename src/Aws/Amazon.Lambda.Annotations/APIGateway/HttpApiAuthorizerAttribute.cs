namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>The function authorises calls of an HTTP API.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class HttpApiAuthorizerAttribute : Attribute
{
    public string IdentityHeader { get; set; }

    public bool EnableSimpleResponses { get; set; }

    public AuthorizerPayloadFormatVersion AuthorizerPayloadFormatVersion { get; set; }

    public int ResultTtlInSeconds { get; set; }
}
