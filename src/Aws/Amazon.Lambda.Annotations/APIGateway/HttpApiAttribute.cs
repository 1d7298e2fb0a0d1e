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
