using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Which Retry or Catch entry took a tested state's error.</summary>
public class InspectionErrorDetails : IWireShape
{
    public int? CatchIndex { get; set; }
    public int? RetryBackoffIntervalSeconds { get; set; }
    public int? RetryIndex { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CatchIndex = members.Integer("catchIndex", CatchIndex);
        RetryBackoffIntervalSeconds = members.Integer("retryBackoffIntervalSeconds", RetryBackoffIntervalSeconds);
        RetryIndex = members.Integer("retryIndex", RetryIndex);
    }
}
