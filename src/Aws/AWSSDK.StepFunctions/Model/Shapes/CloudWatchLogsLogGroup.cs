using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>A log group, by its ARN with <c>:*</c> at the end.</summary>
public class CloudWatchLogsLogGroup : IWireShape
{
    public string LogGroupArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        LogGroupArn = members.Text("logGroupArn", LogGroupArn);
    }
}
