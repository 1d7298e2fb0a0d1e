using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>The situation in which TestState runs a state: attempts, failures and items so far.</summary>
public class TestStateConfiguration : IWireShape
{
    public string ErrorCausedByState { get; set; }
    public string MapItemReaderData { get; set; }
    public int? MapIterationFailureCount { get; set; }
    public int? RetrierRetryCount { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        ErrorCausedByState = members.Text("errorCausedByState", ErrorCausedByState);
        MapItemReaderData = members.Text("mapItemReaderData", MapItemReaderData);
        MapIterationFailureCount = members.Integer("mapIterationFailureCount", MapIterationFailureCount);
        RetrierRetryCount = members.Integer("retrierRetryCount", RetrierRetryCount);
    }
}
