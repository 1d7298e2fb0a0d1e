using Cxf.ApiCalls;

namespace Cxf.Flows.Compiling;

/// <summary>
/// The names that AWS itself gives to failures for which we have a word: a state that catches <c>ApiTimeout</c> must also
/// catch the timeout that Step Functions raises when CallApi never answered. Sources: Step Functions developer guide,
/// "Handling errors"; Lambda's exceptions as its service integration reports them.
/// </summary>
public static class AwsErrors
{
    private static readonly Dictionary<string, string> OfCalls = new()
    {
        ["States.Timeout"] = ErrorCodes.ApiTimeout,
        ["States.HeartbeatTimeout"] = ErrorCodes.ApiTimeout,
        ["Sandbox.Timedout"] = ErrorCodes.ApiTimeout,
        ["Lambda.TooManyRequestsException"] = ErrorCodes.ApiThrottled,
        ["Lambda.ServiceException"] = ErrorCodes.ApiUnavailable,
        ["Lambda.AWSLambdaException"] = ErrorCodes.ApiUnavailable,
        ["Lambda.SdkClientException"] = ErrorCodes.ApiUnavailable,
        ["Lambda.Unknown"] = ErrorCodes.ApiUnavailable,
        ["States.QueryEvaluationError"] = FlowErrorCodes.FlowExpression,
    };

    private static readonly Dictionary<string, string> OfStarts = new()
    {
        ["Sfn.ExecutionLimitExceededException"] = FlowErrorCodes.Busy,
        ["StepFunctions.ExecutionLimitExceededException"] = FlowErrorCodes.Busy,

        // The run was started before; how it ends is not known in time.
        ["StepFunctions.ExecutionAlreadyExistsException"] = FlowErrorCodes.FlowTimeout,
        [RunRecord.ClaimedAlready] = FlowErrorCodes.FlowTimeout,
    };

    // Terminal: no Catch sees it, so it is a word for answers only.
    private static readonly Dictionary<string, string> OfRuns = new(OfCalls.Concat(OfStarts))
    {
        ["States.DataLimitExceeded"] = ErrorCodes.ApiTooLarge,
    };

    /// <summary>Our word and AWS's names for the same failure, for an <c>ErrorEquals</c>.</summary>
    public static IEnumerable<string> For(string word) =>
        OfCalls.Where(pair => pair.Value == word).Select(pair => pair.Key).Prepend(word);

    /// <summary>The word for the error of a run that failed; null for an error that no word names.</summary>
    public static string? CodeFor(string error) =>
        OfRuns.TryGetValue(error, out var word) ? word
        : ErrorCodes.All.Contains(error) || FlowErrorCodes.OfRuns.Contains(error) ? error
        : null;

    /// <summary>JSONata that gives the word for the name of a step's error; a name without a word stays as it is.</summary>
    /// <param name="name">JSONata that gives the name.</param>
    internal static string CodeOfCall(string name) => CodeIn(OfCalls, name);

    /// <summary>The same for the error of another flow's run, or of its start.</summary>
    internal static string CodeOfRun(string name) => CodeIn(OfRuns, name);

    private static string CodeIn(Dictionary<string, string> words, string name)
    {
        var pairs = string.Join(", ", words.Select(pair => $"'{pair.Key}': '{pair.Value}'"));
        return $"($_word := $lookup({{{pairs}}}, {name}); $exists($_word) ? $_word : {name})";
    }
}
