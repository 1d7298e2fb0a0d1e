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
