namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>The function authorises calls of a REST API.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class RestApiAuthorizerAttribute : Attribute
{
    public string IdentityHeader { get; set; }

    public RestApiAuthorizerType Type { get; set; }

    public int ResultTtlInSeconds { get; set; }
}
