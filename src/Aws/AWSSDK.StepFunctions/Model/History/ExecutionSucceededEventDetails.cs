using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.ExecutionSucceeded"/> event.</summary>
public class ExecutionSucceededEventDetails : IWireShape
{
    public string Output { get; set; }
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Output = members.Text("output", Output);
        OutputDetails = members.Shape("outputDetails", OutputDetails);
    }
}
