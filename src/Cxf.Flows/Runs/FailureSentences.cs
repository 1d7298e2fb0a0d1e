using Cxf.ApiCalls;

namespace Cxf.Flows.Runs;

/// <summary>What a caller can be told about a failure: fixed sentences, fit to be spoken.</summary>
public static class FailureSentences
{
    /// <summary>The sentence for an error code.</summary>
    public static string For(string word) =>
        word switch
        {
            ErrorCodes.ApiTimeout or ErrorCodes.ApiThrottled or ErrorCodes.ApiUnavailable =>
                "The other system does not answer at the moment.",
            ErrorCodes.ApiNotFound => "The other system does not know what was asked for.",
            ErrorCodes.ApiRejected => "The other system did not accept the request.",
            FlowErrorCodes.FlowTimeout => "This takes longer than expected.",
            FlowErrorCodes.Busy => "We are very busy at the moment.",
            _ => "We could not do that at the moment.",
        };
}
