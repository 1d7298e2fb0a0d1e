namespace Amazon.Lambda.Annotations.ALB;

/// <summary>A parameter that comes from an HTTP header.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromHeaderAttribute : Attribute, INamedAttribute
{
    public string Name { get; set; }
}
