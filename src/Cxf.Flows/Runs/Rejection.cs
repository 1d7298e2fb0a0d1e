using Cxf.Flows.Contracts;

namespace Cxf.Flows.Runs;

/// <summary>Why a request is not carried out.</summary>
/// <param name="Word">One of the error words.</param>
/// <param name="Message">What is wrong, naming the fields; never their values.</param>
public sealed record Rejection(string Word, string Message)
{
    /// <summary>The rejection of a payload that breaks its contract.</summary>
    public static Rejection Of(IEnumerable<PayloadProblem> problems) =>
        new(FlowErrorWords.PayloadInvalid, string.Join("; ", problems) + ".");
}
