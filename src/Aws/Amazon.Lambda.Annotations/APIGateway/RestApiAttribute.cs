namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>An API Gateway REST API calls the function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class RestApiAttribute(LambdaHttpMethod method, string template) : Attribute
{
    public LambdaHttpMethod Method { get; set; } = method;

    public string Template { get; set; } = template;

    public string Authorizer { get; set; }
}
