using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.MapRunRedriven"/> event.</summary>
public class MapRunRedrivenEventDetails : IWireShape
{
    public string MapRunArn { get; set; }
    public int? RedriveCount { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        MapRunArn = members.Text("mapRunArn", MapRunArn);
        RedriveCount = members.Integer("redriveCount", RedriveCount);
    }
}
