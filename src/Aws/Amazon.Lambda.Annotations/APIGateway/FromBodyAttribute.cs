namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>A parameter that comes from the HTTP body.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromBodyAttribute : Attribute;
