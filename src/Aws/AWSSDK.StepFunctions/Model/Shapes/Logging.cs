using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Where a state machine logs its history events, and which.</summary>
public class LoggingConfiguration : IWireShape
{
    public List<LogDestination> Destinations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public bool? IncludeExecutionData { get; set; }
    public LogLevel Level { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Destinations = members.List("destinations", Destinations);
        IncludeExecutionData = members.Flag("includeExecutionData", IncludeExecutionData);
        Level = members.Word("level", Level, LogLevel.FindValue);
    }
}

/// <summary>One destination of logged history events.</summary>
public class LogDestination : IWireShape
{
    public CloudWatchLogsLogGroup CloudWatchLogsLogGroup { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CloudWatchLogsLogGroup = members.Shape("cloudWatchLogsLogGroup", CloudWatchLogsLogGroup);
    }
}

/// <summary>A log group, by its ARN with <c>:*</c> at the end.</summary>
public class CloudWatchLogsLogGroup : IWireShape
{
    public string LogGroupArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        LogGroupArn = members.Text("logGroupArn", LogGroupArn);
    }
}
