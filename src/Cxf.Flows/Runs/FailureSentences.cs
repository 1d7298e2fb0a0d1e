using Cxf.ApiCalls;

namespace Cxf.Flows.Runs;

/// <summary>What a caller can be told about a failure: fixed sentences, fit to be spoken.</summary>
public static class FailureSentences
{
    /// <summary>The sentence for an error word.</summary>
    public static string For(string word) =>
        word switch
        {
            ErrorWords.ApiTimeout or ErrorWords.ApiThrottled or ErrorWords.ApiUnavailable =>
                "The other system does not answer at the moment.",
            ErrorWords.ApiNotFound => "The other system does not know what was asked for.",
            ErrorWords.ApiRejected => "The other system did not accept the request.",
            FlowErrorWords.FlowTimeout => "This takes longer than expected.",
            FlowErrorWords.Busy => "We are very busy at the moment.",
            _ => "We could not do that at the moment.",
        };
}
