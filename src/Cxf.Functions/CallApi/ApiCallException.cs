using Cxf.ApiCalls;

namespace Cxf.Functions.CallApi;

/// <summary>
/// A third-party call that failed. Lambda reports the class name as the error, so each error code has its own class. The message
/// is a fixed text and there is no stack, because both appear in the execution's history.
/// </summary>
public abstract class ApiCallException(string message) : Exception(message)
{
    /// <summary>Always null: the history is for the authors of flows, who cannot use a stack of CXF.</summary>
    public override string? StackTrace => null;

    /// <summary>
    /// Whether AWS or CXF failed, not the third party. A flow sees the same error code; operators count it as a failure of CXF.
    /// </summary>
    internal bool IsOurs { get; set; }

    /// <summary>The exception whose class has the name of an error code.</summary>
    public static ApiCallException For(string word, string message) =>
        word switch
        {
            ErrorWords.ApiTimeout => new ApiTimeout(message),
            ErrorWords.ApiThrottled => new ApiThrottled(message),
            ErrorWords.ApiUnavailable => new ApiUnavailable(message),
            ErrorWords.ApiNotFound => new ApiNotFound(message),
            ErrorWords.ApiUnauthorized => new ApiUnauthorized(message),
            ErrorWords.ApiRejected => new ApiRejected(message),
            ErrorWords.ApiBadAnswer => new ApiBadAnswer(message),
            ErrorWords.ApiTooLarge => new ApiTooLarge(message),
            ErrorWords.ApiBlocked => new ApiBlocked(message),
            ErrorWords.ApiMisconfigured => new ApiMisconfigured(message),
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, "There is no class with this name."),
        };
}
