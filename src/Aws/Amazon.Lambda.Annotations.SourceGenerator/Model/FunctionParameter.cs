namespace Amazon.Lambda.Annotations.SourceGenerator.Model;

/// <summary>A parameter of a function.</summary>
/// <param name="Type">Its type, fully qualified.</param>
internal sealed record FunctionParameter(string Name, string Type, ParameterRole Role);

/// <summary>Where a parameter's value comes from.</summary>
internal enum ParameterRole
{
    /// <summary>The event.</summary>
    Event,

    /// <summary>The invocation's ILambdaContext.</summary>
    Context,

    /// <summary>Dependency injection ([FromServices]).</summary>
    Service,
}
