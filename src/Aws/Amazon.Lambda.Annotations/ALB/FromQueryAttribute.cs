namespace Amazon.Lambda.Annotations.ALB;

/// <summary>A parameter that comes from the query string.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromQueryAttribute : Attribute, INamedAttribute
{
    public string Name { get; set; }
}
