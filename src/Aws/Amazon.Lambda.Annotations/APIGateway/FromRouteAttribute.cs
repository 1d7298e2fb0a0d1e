namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>A parameter that comes from the path.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromRouteAttribute : Attribute, INamedAttribute
{
    public string Name { get; set; }
}
