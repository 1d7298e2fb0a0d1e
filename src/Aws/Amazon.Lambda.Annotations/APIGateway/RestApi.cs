namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>An API Gateway REST API calls the function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class RestApiAttribute(LambdaHttpMethod method, string template) : Attribute
{
    public LambdaHttpMethod Method { get; set; } = method;

    public string Template { get; set; } = template;

    public string Authorizer { get; set; }
}

/// <summary>The function authorises calls of a REST API.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class RestApiAuthorizerAttribute : Attribute
{
    public string IdentityHeader { get; set; }

    public RestApiAuthorizerType Type { get; set; }

    public int ResultTtlInSeconds { get; set; }
}

/// <summary>What an authorizer decides by.</summary>
public enum RestApiAuthorizerType
{
    Token = 0,
    Request = 1,
}
