namespace Cxf.Flows.Checks.Descriptions;

/// <summary>Where a call contradicts the description of its connection.</summary>
/// <param name="Kind">Which rule it breaks.</param>
/// <param name="Pointer">The location in the document.</param>
/// <param name="IsName">Whether the name of the member is wrong, and not its value.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">What to do about it.</param>
internal sealed record RequestProblem(RequestProblemKind Kind, string Pointer, bool IsName, string Message, string Fix);

/// <summary>The rules about calls and descriptions.</summary>
internal enum RequestProblemKind
{
    /// <summary>An operation that the description does not have.</summary>
    Operation,

    /// <summary>A method on a path that the description does not have.</summary>
    Path,

    /// <summary>A parameter that the operation does not have.</summary>
    UnknownParameter,

    /// <summary>A required parameter that is not given.</summary>
    MissingParameter,

    /// <summary>A value that a parameter cannot have.</summary>
    ParameterValue,

    /// <summary>A body that the operation does not take.</summary>
    Body,

    /// <summary>A member of the body that is documented nowhere.</summary>
    UndocumentedMember,

    /// <summary>A content type that the operation does not take.</summary>
    ContentType,
}
