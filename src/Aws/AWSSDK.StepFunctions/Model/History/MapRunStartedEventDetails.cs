using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.MapRunStarted"/> event.</summary>
public class MapRunStartedEventDetails : IWireShape
{
    public string MapRunArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        MapRunArn = members.Text("mapRunArn", MapRunArn);
    }
}
