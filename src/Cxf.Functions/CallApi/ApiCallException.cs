using Cxf.ApiCalls;

namespace Cxf.Functions.CallApi;

/// <summary>
/// A third-party call that failed. Lambda reports the class name as the error, so each error word is a class of its own;
/// the message is a fixed sentence and there is no stack, because both end up in the execution's history.
/// </summary>
public abstract class ApiCallException(string message) : Exception(message)
{
    /// <summary>Always null: the history is for operators of flows, to whom our stack says nothing.</summary>
    public override string? StackTrace => null;

    /// <summary>Whether AWS failed us, not the third party: the same word to a flow, a failure of ours to an operator.</summary>
    internal bool IsOurs { get; set; }

    /// <summary>The exception whose class is named by an error word.</summary>
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
