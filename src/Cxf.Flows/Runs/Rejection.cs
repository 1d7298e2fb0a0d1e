using Cxf.Flows.Contracts;
using Cxf.StatesLanguage;

namespace Cxf.Flows.Runs;

/// <summary>Why a request is not carried out.</summary>
/// <param name="Word">One of the error words.</param>
/// <param name="Message">What is wrong, naming the fields; never their values.</param>
public sealed record Rejection(string Word, string Message)
{
    /// <summary>The rejection of a payload with which a run's input would be larger than Step Functions takes.</summary>
    public static Rejection PayloadTooLarge { get; } =
        new(
            FlowErrorWords.PayloadInvalid,
            $"payload is too large: with the contact's data the run's input has more than {ServiceLimits.PayloadBytes} bytes."
        );

    /// <summary>The rejection of a payload that breaks its contract.</summary>
    public static Rejection Of(IEnumerable<PayloadProblem> problems) =>
        new(FlowErrorWords.PayloadInvalid, string.Join("; ", problems) + ".");
}
