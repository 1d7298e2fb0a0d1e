namespace Cxf.ContactFlows;

/// <summary>The error types of the flow language that the simulator knows by name.</summary>
internal static class ErrorTypes
{
    /// <summary>Anything that went wrong and has no entry of its own.</summary>
    public const string NoMatchingError = "NoMatchingError";

    /// <summary>
    /// No condition held: an expected branch of a menu or a comparison, although it is listed among the errors.
    /// </summary>
    public const string NoMatchingCondition = "NoMatchingCondition";

    /// <summary>The caller pressed nothing in time.</summary>
    public const string InputTimeLimitExceeded = "InputTimeLimitExceeded";

    /// <summary>A search that found nothing.</summary>
    public const string NoneFound = "NoneFound";

    /// <summary>The same of customer profiles.</summary>
    public const string NoneFoundError = "NoneFoundError";

    /// <summary>
    /// Whether an error is an ordinary turn of events: the caller presses nothing, whatever the branch; a search finds nothing,
    /// if there is a branch for just that.
    /// </summary>
    public static bool IsExpected(string errorType, string branch) =>
        errorType == InputTimeLimitExceeded || (errorType is NoneFound or NoneFoundError && branch == errorType);

    /// <summary>What the caller keyed in is not a phone number of the wanted form.</summary>
    public const string InvalidPhoneNumber = "InvalidPhoneNumber";
}
