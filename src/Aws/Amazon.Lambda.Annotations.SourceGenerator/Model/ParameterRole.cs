namespace Amazon.Lambda.Annotations.SourceGenerator.Model;

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
