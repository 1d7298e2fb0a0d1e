namespace Amazon.Lambda.Annotations;

/// <summary>A parameter that comes from dependency injection, per invocation.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromServicesAttribute : Attribute;
