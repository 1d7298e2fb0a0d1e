using Cxf.ApiCalls;

namespace Cxf.Flows.Compiling;

/// <summary>
/// The names that AWS itself gives to failures for which we have a word: a state that catches <c>ApiTimeout</c> must also
/// catch the timeout that Step Functions raises when CallApi never answered. Sources: Step Functions developer guide,
/// "Handling errors"; Lambda's exceptions as its service integration reports them.
/// </summary>
public static class AwsErrors
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["States.Timeout"] = ErrorWords.ApiTimeout,
        ["States.HeartbeatTimeout"] = ErrorWords.ApiTimeout,
        ["Sandbox.Timedout"] = ErrorWords.ApiTimeout,
        ["Lambda.TooManyRequestsException"] = ErrorWords.ApiThrottled,
        ["Lambda.ServiceException"] = ErrorWords.ApiUnavailable,
        ["Lambda.AWSLambdaException"] = ErrorWords.ApiUnavailable,
        ["Lambda.SdkClientException"] = ErrorWords.ApiUnavailable,
        ["Lambda.Unknown"] = ErrorWords.ApiUnavailable,
        ["States.QueryEvaluationError"] = FlowErrorWords.FlowExpression,
        ["States.DataLimitExceeded"] = ErrorWords.ApiTooLarge,
    };

    /// <summary>Our word and AWS's names for the same failure, for an <c>ErrorEquals</c>.</summary>
    public static IEnumerable<string> For(string word) =>
        // Nothing catches States.DataLimitExceeded by name in a Catch of the same state; it stays a word for answers only.
        Words.Where(pair => pair.Value == word && pair.Key != "States.DataLimitExceeded").Select(pair => pair.Key).Prepend(word);

    /// <summary>The word for the error of a run that failed; null for an error that no word names.</summary>
    public static string? WordFor(string error) =>
        Words.TryGetValue(error, out var word) ? word
        : ErrorWords.All.Contains(error) || error == FlowErrorWords.FlowFailed ? error
        : null;
}
