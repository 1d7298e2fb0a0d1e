namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>A parameter that comes from an authorizer's context.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromCustomAuthorizerAttribute : Attribute, INamedAttribute
{
    public string Name { get; set; }
}
