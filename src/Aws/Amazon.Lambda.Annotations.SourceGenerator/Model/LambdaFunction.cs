namespace Amazon.Lambda.Annotations.SourceGenerator.Model;

/// <summary>A method with [LambdaFunction].</summary>
/// <param name="ClassType">The method's class, fully qualified.</param>
/// <param name="ReturnType">The declared type, fully qualified; <c>void</c> for none.</param>
/// <param name="Result">The type of the answer, without Task; null for none.</param>
/// <param name="IsAwaited">Whether the method returns a Task.</param>
/// <param name="IsValueTask">Whether the method returns a ValueTask.</param>
/// <param name="HttpAttribute">
/// The name of an attribute of HTTP functions on the method, which this generator does not know.
/// </param>
/// <param name="Serializer">The serializer that the method itself names; null for the assembly's.</param>
internal sealed record LambdaFunction(
    string? Namespace,
    string ClassName,
    string ClassType,
    string MethodName,
    bool IsStatic,
    string ReturnType,
    string? Result,
    bool IsAwaited,
    bool IsValueTask,
    EquatableList<FunctionParameter> Parameters,
    string? HttpAttribute,
    string? Serializer,
    SourcePlace? Place
)
{
    /// <summary>
    /// The generated class: the handler of a class library is <c>Assembly::Namespace.Class_Method_Generated::Method</c>.
    /// </summary>
    public string WrapperName => $"{ClassName}_{MethodName}_Generated";

    public string WrapperType => Namespace is null ? $"global::{WrapperName}" : $"global::{Namespace}.{WrapperName}";

    public FunctionParameter? Event => Parameters.FirstOrDefault(parameter => parameter.Role == ParameterRole.Event);

    /// <summary>
    /// Whether AWS's Main can run the function. Main always names a serializer; a handler without an event or with a stream then
    /// fits only those overloads of Create that have a value to serialize.
    /// </summary>
    public bool FitsMain => (Event is { } input && !IsStream(input.Type)) || (Result is { } result && !IsStream(result));

    private static bool IsStream(string type) => type == "global::System.IO.Stream";
}
