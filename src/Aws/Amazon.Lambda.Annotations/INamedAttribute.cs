namespace Amazon.Lambda.Annotations;

/// <summary>An attribute that binds a parameter to a value by name.</summary>
public interface INamedAttribute
{
    string Name { get; set; }
}
