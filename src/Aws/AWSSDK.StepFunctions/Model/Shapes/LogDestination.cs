using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>One destination of logged history events.</summary>
public class LogDestination : IWireShape
{
    public CloudWatchLogsLogGroup CloudWatchLogsLogGroup { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CloudWatchLogsLogGroup = members.Shape("cloudWatchLogsLogGroup", CloudWatchLogsLogGroup);
    }
}
