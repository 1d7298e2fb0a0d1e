namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>An API Gateway HTTP API calls the function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class HttpApiAttribute(LambdaHttpMethod method, string template) : Attribute
{
    public LambdaHttpMethod Method { get; set; } = method;

    public string Template { get; set; } = template;

    /// <summary>Version of the payload; V2 by default.</summary>
    public HttpApiVersion Version { get; set; } = HttpApiVersion.V2;

    public string Authorizer { get; set; }
}

/// <summary>Version of an HTTP API's payload.</summary>
public enum HttpApiVersion
{
    V1 = 0,
    V2 = 1,
}

/// <summary>The function authorises calls of an HTTP API.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class HttpApiAuthorizerAttribute : Attribute
{
    public string IdentityHeader { get; set; }

    public bool EnableSimpleResponses { get; set; }

    public AuthorizerPayloadFormatVersion AuthorizerPayloadFormatVersion { get; set; }

    public int ResultTtlInSeconds { get; set; }
}

/// <summary>Version of the event that an authorizer gets.</summary>
public enum AuthorizerPayloadFormatVersion
{
    V1 = 0,
    V2 = 1,
}
