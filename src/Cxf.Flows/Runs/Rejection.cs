using Cxf.Flows.Contracts;
using Cxf.StatesLanguage;

namespace Cxf.Flows.Runs;

/// <summary>Why a request is not carried out.</summary>
/// <param name="ErrorCode">One of the error codes.</param>
/// <param name="Message">What is wrong, naming the fields; never their values.</param>
public sealed record Rejection(string ErrorCode, string Message)
{
    /// <summary>The rejection of a payload with which a run's input would be larger than Step Functions takes.</summary>
    public static Rejection PayloadTooLarge { get; } =
        new(
            FlowErrorCodes.PayloadInvalid,
            $"payload is too large: with the contact's data the run's input has more than {ServiceLimits.PayloadBytes} bytes."
        );

    /// <summary>The rejection of a payload that breaks its contract.</summary>
    public static Rejection Of(IEnumerable<PayloadProblem> problems) =>
        new(FlowErrorCodes.PayloadInvalid, string.Join("; ", problems) + ".");
}
