namespace Amazon.Lambda.Annotations.SourceGenerator.Model;

/// <summary>A parameter of a function.</summary>
/// <param name="Type">Its type, fully qualified.</param>
internal sealed record FunctionParameter(string Name, string Type, ParameterRole Role);
