namespace Cxf.ApiCalls.Outcomes;

/// <summary>What a status means for the step; null for an answer.</summary>
internal static class StatusClassifier
{
    public static FailureReason? Classify(int status) =>
        status switch
        {
            >= 200 and <= 299 => null,
            401 => FailureReason.CredentialsRefused,
            403 => FailureReason.Forbidden,
            404 or 410 => FailureReason.NotFound,
            429 => FailureReason.TooManyRequests,
            408 or 425 => FailureReason.ServerError,
            >= 400 and <= 499 => FailureReason.RequestRefused,
            >= 500 and <= 599 => FailureReason.ServerError,
            _ => FailureReason.UnexpectedStatus,
        };
}
