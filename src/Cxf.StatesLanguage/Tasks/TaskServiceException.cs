namespace Cxf.StatesLanguage.Tasks;

/// <summary>A service that a Task state calls refused the call or failed.</summary>
/// <param name="error">The error's name as Retry and Catch see it, such as <c>Lambda.TooManyRequestsException</c>.</param>
/// <param name="cause">What is known about it.</param>
public sealed class TaskServiceException(string error, string? cause) : Exception(cause ?? error)
{
    /// <summary>The error's name.</summary>
    public string Error { get; } = error;

    /// <summary>What is known about it, or null.</summary>
    public string? Cause { get; } = cause;
}
